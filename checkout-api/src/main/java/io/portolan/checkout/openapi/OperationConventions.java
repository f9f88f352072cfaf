package io.portolan.checkout.openapi;

import io.portolan.checkout.problems.ProblemSchemas;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.Query;
import io.portolan.domain.intake.IdempotentRequest;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes what operations have in common: the problems they may end with, the key where money can move, and paging.
 */
final class OperationConventions implements OpenApiCustomizer {
    private static final Set<Integer> WITH_RETRY_AFTER = Set.of(409, 429, 503);
    private static final Set<String> WITH_IDEMPOTENCY_KEY = Set.of("createPayment", "cancelPayment", "createRefund");
    private static final Set<String> PAGED = Set.of("listPayments", "listPaymentEvents", "listRefunds");

    @Override
    public void customise(OpenAPI api) {
        ProblemSchemas.addTo(api.getComponents());
        api.getPaths().values().stream()
                .map(PathItem::readOperationsMap)
                .flatMap(operations -> operations.entrySet().stream())
                .forEach(entry -> addConventions(entry.getValue(), entry.getKey()));
    }

    private static void addConventions(Operation operation, PathItem.HttpMethod method) {
        String id = operation.getOperationId();
        if (WITH_IDEMPOTENCY_KEY.contains(id)) {
            operation.addParametersItem(idempotencyKeyParameter());
        }
        if (PAGED.contains(id)) {
            operation.addParametersItem(limitParameter()).addParametersItem(afterParameter());
        }
        Map<Integer, List<ProblemType>> byStatus =
                problemTypesOf(id, method).collect(Collectors.groupingBy(ProblemType::status));
        byStatus.forEach(
                (status, types) -> operation.getResponses().addApiResponse(status.toString(), problemResponse(types)));
    }

    private static Stream<ProblemType> problemTypesOf(String operation, PathItem.HttpMethod method) {
        Stream<ProblemType> always = Stream.of(
                ProblemType.BAD_REQUEST,
                ProblemType.UNAUTHORIZED,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.INVALID,
                ProblemType.RATE_LIMITED,
                ProblemType.INTERNAL,
                ProblemType.UNAVAILABLE);
        Stream<ProblemType> body = method == PathItem.HttpMethod.POST
                ? Stream.of(ProblemType.UNREADABLE_BODY, ProblemType.BODY_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE)
                : Stream.empty();
        Stream<ProblemType> own = switch (operation) {
            case "createQuote" -> Stream.of(ProblemType.QUOTE_REJECTED);
            case "createPayment" -> withIdempotencyProblems(ProblemType.QUOTE_ALREADY_USED);
            case "cancelPayment" -> withIdempotencyProblems(ProblemType.NOT_FOUND, ProblemType.NOT_CANCELLABLE);
            case "createRefund" -> withIdempotencyProblems(ProblemType.NOT_FOUND, ProblemType.NOT_REFUNDABLE);
            case "getPayment", "listPaymentEvents", "listRefunds", "getRefund" -> Stream.of(ProblemType.NOT_FOUND);
            default -> Stream.empty();
        };
        return Stream.of(always, body, own).flatMap(Function.identity());
    }

    private static Stream<ProblemType> withIdempotencyProblems(ProblemType... more) {
        Stream<ProblemType> key = Stream.of(
                ProblemType.IDEMPOTENCY_KEY, ProblemType.IDEMPOTENCY_KEY_REUSED, ProblemType.REQUEST_IN_PROGRESS);
        return Stream.concat(key, Arrays.stream(more));
    }

    private static ApiResponse problemResponse(List<ProblemType> types) {
        String description = types.stream()
                .map(type -> "`%s`: %s.".formatted(type.slug(), type.title()))
                .collect(Collectors.joining("\n"));
        ApiResponse response = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        int status = types.getFirst().status();
        if (WITH_RETRY_AFTER.contains(status)) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header().description("Seconds to wait.").schema(new IntegerSchema().minimum(BigDecimal.ONE)));
        }
        return response;
    }

    private static Parameter idempotencyKeyParameter() {
        return new Parameter()
                .in("header")
                .name(IdempotencyKey.HEADER)
                .required(true)
                .description("A key of your choice that identifies the request: 1 to 255 visible ASCII characters.")
                .schema(new StringSchema()
                        .pattern("^" + IdempotentRequest.KEY.pattern() + "$")
                        .example("5c7a1f0e-7d1b-4a53-9a53-0c9a1b6a9b51"));
    }

    private static Parameter limitParameter() {
        Schema<Number> schema = new IntegerSchema();
        schema.minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(Query.MAX_LIMIT))
                .setDefault(Query.DEFAULT_LIMIT);
        return new Parameter()
                .in("query")
                .name("limit")
                .description("Maximum number of entries.")
                .schema(schema);
    }

    private static Parameter afterParameter() {
        return new Parameter()
                .in("query")
                .name("after")
                .description("The next value of the previous page.")
                .schema(new StringSchema());
    }
}
