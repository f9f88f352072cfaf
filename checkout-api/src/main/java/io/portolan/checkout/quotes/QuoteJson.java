package io.portolan.checkout.quotes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portolan.checkout.json.MoneyJson;
import io.portolan.domain.fx.Quote;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A firm price in a response. */
@Schema(name = "Quote", description = "A firm price. It can be used once, until it expires.")
record QuoteJson(
        @Schema(example = "quo_01KAHM3W2V0K7N4QZT1X", requiredMode = Schema.RequiredMode.REQUIRED)
        String id,

        @Schema(
                description = "The total that the buyer pays, including the fee.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        MoneyJson source,

        @Schema(description = "Our fee, included in the source amount.", requiredMode = Schema.RequiredMode.REQUIRED)
        MoneyJson fee,

        @Schema(description = "What the seller receives.", requiredMode = Schema.RequiredMode.REQUIRED)
        MoneyJson destination,

        @Schema(
                description = "Units of the destination currency for one unit of the source currency, both major.",
                example = "0.13882",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String rate,

        @JsonProperty("expires_at")
        @Schema(
                type = "string",
                format = "date-time",
                example = "2026-11-21T08:15:00.000Z",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Instant expiresAt) {

    static QuoteJson of(Quote quote) {
        return new QuoteJson(
                quote.id().value(),
                MoneyJson.of(quote.source()),
                MoneyJson.of(quote.fee()),
                MoneyJson.of(quote.destination()),
                quote.firmRate().rate().toDecimalString(),
                quote.firmRate().expiresAt());
    }
}
