package io.portolan.checkout.corridors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What happens if a payment is unwound, and what that costs whom, in a response. */
@Schema(name = "Unwind", description = "What happens if a payment is unwound, and what that costs whom.")
record UnwindJson(
        @Schema(
                description =
                        "What becomes of the currency that was bought already: sold back at the rate of that time,"
                                + " or kept by Portolan at the rate at which it was bought.",
                allowableValues = {"sell_back", "keep"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String policy,

        @JsonProperty("loss_bearer")
        @Schema(
                description = "Who bears the loss of selling back, and what banks keep of a returned payout. Portolan"
                        + " keeps any gain.",
                allowableValues = {"house", "merchant", "buyer"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String lossBearer,

        @Schema(
                description = "The same in words.",
                example = "What was bought is sold back at the rate of that time. The buyer is refunded in full,"
                        + " including the fee; Portolan bears the loss of that sale and what banks keep of a returned"
                        + " payout.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String detail) {

    static UnwindJson of(Route route) {
        return new UnwindJson(
                code(route.unwindPolicy()),
                code(route.lossBearer()),
                conversion(route.unwindPolicy()) + " " + refund(route.lossBearer(), cost(route.unwindPolicy())));
    }

    private static String conversion(UnwindPolicy policy) {
        return switch (policy) {
            case SELL_BACK -> "What was bought is sold back at the rate of that time.";
            case KEEP -> "What was bought is kept at the rate at which it was bought, so its exchange loses nothing.";
        };
    }

    private static String cost(UnwindPolicy policy) {
        return switch (policy) {
            case SELL_BACK -> "the loss of that sale and what banks keep of a returned payout";
            case KEEP -> "what banks keep of a returned payout";
        };
    }

    private static String refund(LossBearer bearer, String cost) {
        return switch (bearer) {
            case HOUSE -> "The buyer is refunded in full, including the fee; Portolan bears " + cost + ".";
            case MERCHANT -> "The buyer is refunded in full, including the fee; the merchant bears " + cost + ".";
            case BUYER -> "The buyer is refunded in full, including the fee, less " + cost + ".";
        };
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
