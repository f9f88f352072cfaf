package io.portolan.checkout.quotes;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that asks for a quote, as the API's description shows it; {@link QuoteRequest} reads it. */
@Schema(
        name = "QuoteRequest",
        description = "What to price. Exactly one of the two amounts is given; the other is computed.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record QuoteRequestSchema(
        @Schema(description = "What the buyer pays, the fee included.", requiredMode = Schema.RequiredMode.REQUIRED)
        SideJson source,

        @Schema(description = "What the seller gets.", requiredMode = Schema.RequiredMode.REQUIRED)
        SideJson destination) {

    /** A currency, perhaps with an amount. */
    @Schema(
            name = "QuoteSide",
            description = "A currency, perhaps with an amount of it.",
            additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record SideJson(
            @Schema(
                    description = "ISO 4217 code in capitals.",
                    pattern = "^[A-Z]{3}$",
                    example = "CNY",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String currency,

            @Schema(description = "Whole minor units.", minimum = "1", maximum = "999999999999999", example = "720000")
            @Nullable
            Long amount) {}
}
