package io.portolan.checkout.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.RequestSchemas;
import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.domain.input.NumberRule;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.OneOfRule;
import io.portolan.domain.input.Rule;
import io.portolan.domain.input.TextRule;
import io.portolan.domain.input.TextsRule;
import io.portolan.domain.input.Violation;
import io.portolan.domain.payment.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;

/** To refresh the committed document: {@code mvn -pl checkout-api test -Dtest=OpenApiTest -Dopenapi.refresh=true}. */
@ServedApi
class OpenApiTest {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");

    @Autowired
    private CheckoutTestApplication application;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void isTheCommittedDocument() throws IOException {
        String served = document().body() + "\n";
        if (Boolean.getBoolean("openapi.refresh")) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(Files.readString(COMMITTED))
                .as(
                        "docs/openapi.json is out of date: mvn -pl checkout-api test -Dtest=OpenApiTest -Dopenapi.refresh=true")
                .isEqualTo(served);
    }

    @Test
    void isServedWithoutAKey() {
        ApiReply reply = document();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/openapi")).startsWith("3.1");
    }

    @Test
    void describesEveryOperationOfTheContract() {
        assertThat(operations())
                .containsExactlyInAnyOrder(
                        "GET /v1/corridors",
                        "POST /v1/quotes",
                        "GET /v1/payments",
                        "POST /v1/payments",
                        "GET /v1/payments/{id}",
                        "GET /v1/payments/{id}/events",
                        "POST /v1/payments/{id}/cancel",
                        "POST /v1/payments/{id}/refunds",
                        "GET /v1/payments/{id}/refunds",
                        "GET /v1/refunds/{id}");
    }

    @Test
    void describesOnlyProblemsThatHaveAPage() {
        List<String> described = new ArrayList<>();
        document()
                .json()
                .path("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("responses")
                        .properties()
                        .forEach(response -> {
                            if (response.getValue().path("content").has("application/problem+json")) {
                                described.add(response.getKey());
                            }
                        })));

        assertThat(described)
                .isNotEmpty()
                .allSatisfy(status -> assertThat(
                                ProblemType.ofStatus(Integer.parseInt(status)).status())
                        .isIn(Integer.parseInt(status), 400));
    }

    @Test
    void holdsEverySchemaThatItRefersTo() {
        JsonNode document = document().json();
        List<String> references = document.findValuesAsString("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void showsExamplesThatAreAccepted() {
        JsonNode examples =
                document().json().at("/paths/~1v1~1quotes/post/requestBody/content/application~1json/examples");
        assertThat(examples.size()).isEqualTo(2);
        examples.forEach(example -> assertThat(
                        client.post("/v1/quotes", example.path("value").toString())
                                .status())
                .isEqualTo(201));

        String payment = document()
                .json()
                .at("/paths/~1v1~1payments/post/requestBody/content/application~1json/examples/CNY to USD/value")
                .toString();
        assertThat(client.pay(payment).errors()).containsExactly("/quote quote-unknown");
    }

    @Test
    void namesEveryFieldOfAPaymentAsItIsAnswered() {
        JsonNode answer = client.pay().json();
        JsonNode schema = document().json().at("/components/schemas/Payment/properties");

        assertThat(answer.propertyNames()).containsExactlyInAnyOrderElementsOf(schema.propertyNames());
    }

    @Test
    void namesEveryStatus() {
        JsonNode statuses = document().json().at("/components/schemas/Payment/properties/status/enum");

        assertThat(statuses.valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Stream.of(Status.values()).map(Status::code).toList());
    }

    @Test
    void listsEveryRuleThatARequestBodyCanBreak(@Autowired List<RequestSchemas> features) {
        String listed = document()
                .json()
                .at("/components/schemas/FieldError/properties/rule/description")
                .asString();

        assertThat(features.stream()
                        .flatMap(feature -> feature.all().stream())
                        .flatMap(schema -> codesOf(schema.rule())))
                .hasSizeGreaterThan(20)
                .allSatisfy(code -> assertThat(listed).contains("`" + code + "`"));
    }

    @Test
    void showsExamplesThatObeyTheirRules(@Autowired List<RequestSchemas> features) {
        features.forEach(feature -> feature.all()
                .forEach(schema -> schema.notes().forEach((name, note) -> {
                    if (note.example() != null) {
                        assertThat(Objects.requireNonNull(schema.rule().fields().get(name))
                                        .rule()
                                        .violationsOf(note.example()))
                                .as(schema.name() + "." + name)
                                .isEmpty();
                    }
                })));
    }

    private static Stream<String> codesOf(Rule rule) {
        Stream<String> own = switch (rule) {
            case TextRule text -> text.rules();
            case NumberRule number ->
                Stream.of(number.notWhole(), number.tooSmall(), number.tooLarge())
                        .map(Violation::rule);
            case TextsRule texts ->
                Stream.concat(texts.names().rules(), texts.values().rules());
            case ObjectRule object -> object.fields().values().stream().flatMap(field -> codesOf(field.rule()));
            case OneOfRule oneOf ->
                Stream.concat(
                        Stream.of(oneOf.wrongForm().rule()),
                        oneOf.forms().stream().flatMap(OpenApiTest::codesOf));
        };
        return Stream.concat(Stream.of(rule.absence().rule()), own);
    }

    private List<String> operations() {
        List<String> operations = new ArrayList<>();
        document()
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private ApiReply document() {
        return client.send(client.anonymous("/v1/openapi.json"));
    }
}
