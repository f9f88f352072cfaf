package io.portolan.checkout.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem on the wire: RFC 9457 with a trace and, for bad input, all errors at once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "RFC 9457: why the request was rejected.")
record Problem(
        @Schema(
                description = "A page of this server that says what to do, relative to it.",
                format = "uri-reference",
                example = "/problems/invalid",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String type,

        @Schema(example = "Some values are not valid", requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Schema(example = "422", requiredMode = Schema.RequiredMode.REQUIRED)
        int status,

        @Schema(
                description = "What went wrong in this case.",
                example = "1 value is not valid.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String detail,

        @JsonProperty("trace_id")
        @Schema(
                description = "Include it when you contact support.",
                example = "4bf92f3577b34da6a3ce929d0e0e4736",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String traceId,

        @Schema(description = "All errors in the input; absent if there are none to list.") @Nullable
        List<FieldError> errors) {

    static Problem of(ProblemException problem, String traceId) {
        ProblemType type = problem.type();
        List<FieldError> errors = problem.errors().isEmpty() ? null : problem.errors();
        return new Problem(type.path(), type.title(), type.status(), problem.detail(), traceId, errors);
    }
}
