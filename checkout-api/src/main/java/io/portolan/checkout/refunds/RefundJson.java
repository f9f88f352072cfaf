package io.portolan.checkout.refunds;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portolan.checkout.json.MoneyJson;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;

/** A refund in a response. */
@Schema(name = "Refund", description = "What a merchant gives back to the buyer of a completed payment.")
record RefundJson(
        @Schema(example = "ref_01KAHM3W2V0K7N4QZT1X", requiredMode = RequiredMode.REQUIRED)
        String id,

        @Schema(
                description = "The refunded payment.",
                example = "pay_01KAHM3W2V0K7N4QZT1X",
                requiredMode = RequiredMode.REQUIRED)
        String payment,

        @Schema(description = "What the buyer gets.", requiredMode = RequiredMode.REQUIRED)
        MoneyJson amount,

        @Schema(
                description = "Why. New codes may be added.",
                example = "requested_by_customer",
                requiredMode = RequiredMode.REQUIRED)
        String reason,

        @Schema(
                description = "processing until the buyer's bank has booked it, also while it waits for an earlier"
                        + " refund of the payment or for a person; failed if it was given up.",
                allowableValues = {"processing", "completed", "failed"},
                example = "processing",
                requiredMode = RequiredMode.REQUIRED)
        String status,

        @Schema(
                description = "What the merchant bears: the amount, and what giving it back costs beside it.",
                requiredMode = RequiredMode.REQUIRED)
        MoneyJson cost,

        @JsonProperty("created_at")
        @Schema(
                type = "string",
                format = "date-time",
                example = "2026-11-21T08:15:00.000Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt) {

    static RefundJson of(Payment payment, Refund refund) {
        Plan plan = payment.plan(refund.plan());
        return new RefundJson(
                refund.id().value(),
                payment.id().value(),
                MoneyJson.of(refund.amount()),
                refund.reason(),
                statusOf(plan),
                MoneyJson.of(costOf(refund, plan)),
                refund.requestedAt());
    }

    private static String statusOf(Plan plan) {
        return switch (plan.status()) {
            case PROPOSED, OPEN -> "processing";
            case DONE -> "completed";
            case REPLACED -> "failed";
        };
    }

    private static Money costOf(Refund refund, Plan plan) {
        PlanCost cost = plan.cost();
        return cost != null && cost.bearer() == LossBearer.MERCHANT
                ? refund.amount().plus(cost.loss())
                : refund.amount();
    }
}
