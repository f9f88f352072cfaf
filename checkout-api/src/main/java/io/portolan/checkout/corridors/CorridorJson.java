package io.portolan.checkout.corridors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portolan.checkout.json.MoneyJson;
import io.portolan.domain.corridor.Corridor;
import io.swagger.v3.oas.annotations.media.Schema;

/** A supported currency pair in a response. */
@Schema(name = "Corridor", description = "A supported currency pair.")
record CorridorJson(
        @Schema(
                description = "Currency that the buyer pays.",
                example = "CNY",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String source,

        @Schema(
                description = "Currency that the seller receives.",
                example = "USD",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String destination,

        @Schema(description = "Smallest source amount, inclusive.", requiredMode = Schema.RequiredMode.REQUIRED)
        MoneyJson minimum,

        @Schema(description = "Largest source amount, inclusive.", requiredMode = Schema.RequiredMode.REQUIRED)
        MoneyJson maximum,

        @JsonProperty("fee_bps")
        @Schema(
                description = "Our fee in basis points of the source amount, which includes it; rounded half up.",
                example = "50",
                requiredMode = Schema.RequiredMode.REQUIRED)
        int feeBasisPoints,

        @JsonProperty("usual_arrival")
        @Schema(
                description = "Usual time until the seller has the money, as an ISO 8601 duration.",
                example = "PT4H",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String usualArrival,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) UnwindJson unwind) {

    static CorridorJson of(Corridor corridor) {
        return new CorridorJson(
                corridor.pair().source().code(),
                corridor.pair().destination().code(),
                MoneyJson.of(corridor.minimum()),
                MoneyJson.of(corridor.maximum()),
                corridor.feeBasisPoints(),
                corridor.usualArrival().toString(),
                UnwindJson.of(corridor.route()));
    }
}
