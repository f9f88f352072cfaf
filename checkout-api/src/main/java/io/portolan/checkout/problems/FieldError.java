package io.portolan.checkout.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong with a request: where, by which rule, and what to change. Exactly one of the places is set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that is wrong. Exactly one of pointer, parameter and header says where.")
public record FieldError(
        @Schema(description = "JSON pointer into the body.", example = "/payee/account/iban") @Nullable
        String pointer,

        @Schema(description = "Query parameter.", example = "limit") @Nullable
        String parameter,

        @Schema(description = "Header.", example = "Idempotency-Key") @Nullable
        String header,

        @Schema(
                description = "The rule that is broken: a stable word for programs.",
                example = "iban-checksum",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String rule,

        @Schema(
                description = "What to change, for people.",
                example = "The check digits do not fit: one character is probably mistyped.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String detail)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** In the body, at a JSON pointer. */
    public static FieldError at(String pointer, String rule, String detail) {
        return new FieldError(pointer, null, null, rule, detail);
    }

    /** In a parameter of the query. */
    public static FieldError inQuery(String parameter, String rule, String detail) {
        return new FieldError(null, parameter, null, rule, detail);
    }

    /** In a header. */
    public static FieldError inHeader(String header, String rule, String detail) {
        return new FieldError(null, null, header, rule, detail);
    }
}
