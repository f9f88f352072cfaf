package io.portolan.checkout.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One error in a request: where, which rule it violates, and what to change. Exactly one of the places is set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One error. Exactly one of pointer, parameter and header says where.")
public record FieldError(
        @Schema(description = "JSON pointer into the body; empty for the whole body.", example = "/payee/account/iban")
        @Nullable
        String pointer,

        @Schema(description = "Parameter of the query or the path.", example = "limit") @Nullable
        String parameter,

        @Schema(description = "Header.", example = "Idempotency-Key") @Nullable
        String header,

        @Schema(description = RULES, example = "iban-checksum", requiredMode = Schema.RequiredMode.REQUIRED)
        String rule,

        @Schema(
                description = "What to change, in plain words.",
                example = "The check digits are wrong; a character is probably mistyped.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String detail)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String RULES = """
            The violated rule: a stable code for programs. New ones may be added.

            - Any field: `required`, `type`, `unknown-field`, `text-format`, `text-length`, `number-range`, `too-many`
            - Money: `currency-code`, `currency-unknown`, `currency-same`, `corridor-unserved`, `amount-exclusive`, `amount-integer`, `amount-positive`, \
            `amount-limit`, `amount-minimum`, `amount-maximum`, `dealer-rejected`
            - Quotes: `quote-unknown`, `quote-expired`, `quote-already-used`
            - Refunds: `refund-reason`, `refund-currency`, `refund-exceeds-rest`, `refund-unknown`
            - Accounts: `account-form`, `local-account`, `account-number`, `bank-format`, `iban-format`, `iban-country`, `iban-length`, `iban-checksum`
            - Addresses: `structured-address`, `country-code`, `country-unknown`
            - Bodies: `json`, `body-size`, `media-type`
            - Others: `payment-unknown`, `purpose-code`, `idempotency-key`, `idempotency-key-reused`, `unknown-parameter`, `given-once`, `status-unknown`, `time-format`, `cursor`
            """;

    /** In the body, at a JSON pointer. */
    public static FieldError inBody(String pointer, String rule, String detail) {
        return new FieldError(pointer, null, null, rule, detail);
    }

    /** In a parameter of the query or the path. */
    public static FieldError inParameter(String parameter, String rule, String detail) {
        return new FieldError(null, parameter, null, rule, detail);
    }

    /** In a header. */
    public static FieldError inHeader(String header, String rule, String detail) {
        return new FieldError(null, null, header, rule, detail);
    }
}
