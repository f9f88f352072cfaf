package io.portolan.checkout.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body that makes a payment, as the API's description shows it; {@link OrderReader} reads it. */
@Schema(
        name = "PaymentRequest",
        description = "What to pay, from whom to whom. Unknown fields are refused.",
        additionalProperties = AdditionalPropertiesValue.FALSE)
record PaymentRequestSchema(
        @JsonProperty("order_reference")
        @Schema(
                description = "Your own reference; the buyer may see it.",
                minLength = 1,
                maxLength = 64,
                example = "ORD-1001",
                requiredMode = RequiredMode.REQUIRED)
        String orderReference,

        @Schema(
                description = "A quote of yours that has neither expired nor paid.",
                pattern = "^quo_[0-9A-HJKMNP-TV-Z]{20}$",
                example = "quo_01KAHM3W2V0K7N4QZT1X",
                requiredMode = RequiredMode.REQUIRED)
        String quote,

        @JsonProperty("max_slippage_bps")
        @Schema(
                description =
                        "How much less the seller may get, in basis points, if the dealer no longer honours the rate; beyond that the buyer is"
                                + " refunded.",
                minimum = "0",
                maximum = "10000",
                defaultValue = "0",
                example = "50")
        @Nullable
        Integer maxSlippageBasisPoints,

        @Schema(requiredMode = RequiredMode.REQUIRED) PayerJson payer,

        @Schema(requiredMode = RequiredMode.REQUIRED) PayeeJson payee,

        @Schema(
                description = "ISO 20022 purpose code.",
                pattern = "^[A-Z]{4}$",
                example = "GDDS",
                requiredMode = RequiredMode.REQUIRED)
        String purpose,

        @Schema(
                description =
                        "Your own texts: at most 20 of 500 characters, by names of 1 to 64 characters. No personal data, please.",
                maxProperties = 20,
                example = "{\"cart\": \"77\"}")
        @Nullable
        Map<String, String> metadata) {

    /** Who pays. */
    @Schema(name = "Payer", additionalProperties = AdditionalPropertiesValue.FALSE)
    record PayerJson(
            @Schema(minLength = 1, maxLength = 140, example = "Li Wei", requiredMode = RequiredMode.REQUIRED)
            String name,

            @Schema(requiredMode = RequiredMode.REQUIRED) AccountJson account,

            @Nullable AddressJson address) {}

    /** Who is paid. */
    @Schema(name = "Payee", additionalProperties = AdditionalPropertiesValue.FALSE)
    record PayeeJson(
            @Schema(minLength = 1, maxLength = 140, example = "Acme Outdoor LLC", requiredMode = RequiredMode.REQUIRED)
            String name,

            @Schema(requiredMode = RequiredMode.REQUIRED) AccountJson account,

            @Schema(requiredMode = RequiredMode.REQUIRED) AddressJson address) {}

    /** Where the money is, or is to go. */
    @Schema(
            name = "Account",
            description = "Either an iban, or a number and a bank.",
            additionalProperties = AdditionalPropertiesValue.FALSE)
    record AccountJson(
            @Schema(description = "Without spaces.", example = "DE89370400440532013000") @Nullable
            String iban,

            @Schema(pattern = "^[A-Za-z0-9-]{4,34}$", example = "6222020200112233445") @Nullable
            String number,

            @Schema(description = "A BIC, or a bank's short name.", pattern = "^[A-Za-z0-9]{1,11}$", example = "A")
            @Nullable
            String bank) {}

    /** A structured address. */
    @Schema(
            name = "Address",
            description = "A structured address; free lines are refused.",
            additionalProperties = AdditionalPropertiesValue.FALSE)
    record AddressJson(
            @Schema(minLength = 1, maxLength = 70, example = "Main Street", requiredMode = RequiredMode.REQUIRED)
            String street,

            @Schema(minLength = 1, maxLength = 16, example = "12", requiredMode = RequiredMode.REQUIRED)
            String building,

            @JsonProperty("postal_code")
            @Schema(minLength = 1, maxLength = 16, example = "94016", requiredMode = RequiredMode.REQUIRED)
            String postalCode,

            @Schema(minLength = 1, maxLength = 35, example = "Daly City", requiredMode = RequiredMode.REQUIRED)
            String city,

            @Schema(
                    description = "ISO 3166 code.",
                    pattern = "^[A-Z]{2}$",
                    example = "US",
                    requiredMode = RequiredMode.REQUIRED)
            String country) {}
}
