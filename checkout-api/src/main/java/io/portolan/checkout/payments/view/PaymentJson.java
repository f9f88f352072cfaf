package io.portolan.checkout.payments.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portolan.checkout.json.MoneyJson;
import io.portolan.domain.ids.Leg;
import io.portolan.domain.payment.Payment;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A payment in a response, with personal data masked. */
@Schema(name = "Payment", description = "A payment. Names and accounts are masked.")
public record PaymentJson(
        @Schema(example = "pay_01KAHM3W2V0K7N4QZT1X", requiredMode = RequiredMode.REQUIRED)
        String id,

        @JsonProperty("order_reference") @Schema(example = "ORD-1001", requiredMode = RequiredMode.REQUIRED)
        String orderReference,

        @Schema(
                description = "The status of the payment. One that waits for a person is processing (or refunding),"
                        + " with a reason."
                        + " A completed one may become refunding: a bank can return money for days.",
                allowableValues = {
                    "requires_confirmation",
                    "processing",
                    "completed",
                    "refunding",
                    "refunded",
                    "failed",
                    "cancelled"
                },
                example = "processing",
                requiredMode = RequiredMode.REQUIRED)
        String status,

        @Schema(description = "Why it deviated; null if it did not.", requiredMode = RequiredMode.REQUIRED) @Nullable
        ReasonJson reason,

        @Schema(description = "The total that the buyer pays, including the fee.", requiredMode = RequiredMode.REQUIRED)
        MoneyJson source,

        @Schema(description = "Our fee, included in the source amount.", requiredMode = RequiredMode.REQUIRED)
        MoneyJson fee,

        @Schema(
                description = "What the seller receives. A new rate within max_slippage_bps, or what banks kept of a"
                        + " returned payout, may have changed it.",
                requiredMode = RequiredMode.REQUIRED)
        MoneyJson destination,

        @Schema(
                description = "Units of the destination currency for one unit of the source currency, both major;"
                        + " that of the newest rate.",
                example = "0.13882",
                requiredMode = RequiredMode.REQUIRED)
        String rate,

        @Schema(description = "Collection, conversion and payout, in this order.", requiredMode = RequiredMode.REQUIRED)
        List<LegJson> legs,

        @Schema(
                description = "The quote that it was created with.",
                example = "quo_01KAHM3W2V0K7N4QZT1X",
                requiredMode = RequiredMode.REQUIRED)
        String quote,

        @JsonProperty("max_slippage_bps")
        @Schema(
                description = "How much less the seller may receive, in basis points, if the rate has to be renewed.",
                example = "50",
                requiredMode = RequiredMode.REQUIRED)
        int maxSlippageBasisPoints,

        @Schema(description = "ISO 20022 purpose code.", example = "GDDS", requiredMode = RequiredMode.REQUIRED)
        String purpose,

        @Schema(
                description = "All that was refunded to the buyer; null if nothing.",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        MoneyJson refunded,

        @Schema(requiredMode = RequiredMode.REQUIRED) MaskedPartyJson payer,

        @Schema(requiredMode = RequiredMode.REQUIRED) MaskedPartyJson payee,

        @Schema(example = "{\"cart\": \"77\"}", requiredMode = RequiredMode.REQUIRED)
        Map<String, String> metadata,

        @JsonProperty("created_at")
        @Schema(
                type = "string",
                format = "date-time",
                example = "2026-11-21T08:15:00.000Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @JsonProperty("updated_at")
        @Schema(
                type = "string",
                format = "date-time",
                example = "2026-11-21T08:15:00.000Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant updatedAt) {

    public static PaymentJson of(Payment payment) {
        return new PaymentJson(
                payment.id().value(),
                payment.order().reference(),
                payment.status().code(),
                ReasonJson.of(payment),
                MoneyJson.of(payment.price().source()),
                MoneyJson.of(payment.price().fee()),
                MoneyJson.of(payment.destination()),
                payment.rate().rate().toDecimalString(),
                Stream.of(Leg.values()).map(leg -> LegJson.of(payment, leg)).toList(),
                payment.order().quote().value(),
                payment.order().maxSlippageBasisPoints(),
                payment.order().purpose(),
                MoneyJson.ofNullable(payment.refunded()),
                MaskedPartyJson.of(payment.order().payer()),
                MaskedPartyJson.of(payment.order().payee()),
                payment.order().metadata(),
                payment.createdAt(),
                payment.updatedAt());
    }
}
