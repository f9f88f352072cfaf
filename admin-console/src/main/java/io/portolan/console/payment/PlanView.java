package io.portolan.console.payment;

import io.portolan.console.actions.AvailableActions;
import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.ReasonText;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.Purpose;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One plan of a payment: what for, why, its movements, and what it costs whom.
 *
 * @param isOffered whether it is proposed, and a person can decide to run it: the payment has not moved on since
 * @param reason why it was made; empty for the first
 * @param cost null of a plan that goes to the seller
 */
record PlanView(
        int number,
        String purpose,
        Badge status,
        boolean isOffered,
        String reason,
        Timestamp madeAt,
        List<MovementView> movements,
        @Nullable CostView cost) {

    /** What a plan costs beside what it moves, and what the buyer gets back. */
    record CostView(
            AmountText fxResult,
            AmountText bankFees,
            String bearer,
            @Nullable AmountText refund) {}

    /** The current and the proposed one first, then the others, the newest first. */
    static List<PlanView> of(Payment payment, Instant now) {
        Comparator<Plan> byStatus = Comparator.comparingInt(plan -> rank(payment, plan));
        return payment.state().plans().stream()
                .sorted(byStatus.thenComparing(
                        Comparator.comparingInt(Plan::number).reversed()))
                .map(plan -> of(payment, plan, now))
                .toList();
    }

    private static int rank(Payment payment, Plan plan) {
        boolean current = payment.currentPlan().filter(plan::equals).isPresent();
        return current ? 0 : isOffered(payment, plan) ? 1 : 2;
    }

    private static boolean isOffered(Payment payment, Plan plan) {
        return AvailableActions.proposedPlan(payment).filter(plan::equals).isPresent();
    }

    private static PlanView of(Payment payment, Plan plan, Instant now) {
        return new PlanView(
                plan.number(),
                purposeOf(plan.purpose()),
                Badge.of(plan.status()),
                isOffered(payment, plan),
                Optional.ofNullable(plan.reason()).map(ReasonText::format).orElse(""),
                new Timestamp(plan.madeAt(), now),
                plan.movements().stream()
                        .map(movement -> MovementView.of(payment, plan, movement, now))
                        .toList(),
                Optional.ofNullable(plan.cost()).map(cost -> of(plan, cost)).orElse(null));
    }

    private static CostView of(Plan plan, PlanCost cost) {
        return new CostView(
                AmountText.ofSigned(cost.fxResult()),
                AmountText.of(cost.bankFees()),
                bearerOf(cost),
                plan.movements().stream()
                        .filter(movement -> movement.kind() == MovementKind.REFUND)
                        .map(Movement::amount)
                        .map(AmountText::of)
                        .findFirst()
                        .orElse(null));
    }

    private static String purposeOf(Purpose purpose) {
        return switch (purpose) {
            case FORWARD -> "From the buyer to the seller";
            case UNWIND -> "Back to the buyer";
            case RETURN -> "To the seller again";
            case REFUND -> "Refund for the merchant";
        };
    }

    private static String bearerOf(PlanCost cost) {
        if (cost.loss().isZero()) {
            return cost.fxResult().isPositive() ? "We keep the gain." : "Nobody: it costs nothing.";
        }
        return "%s bears the loss of %s%s"
                .formatted(nameOf(cost.bearer()), AmountText.format(cost.loss()), consequenceOf(cost.bearer()));
    }

    private static String nameOf(LossBearer bearer) {
        return switch (bearer) {
            case HOUSE -> "The house";
            case MERCHANT -> "The merchant";
            case BUYER -> "The buyer";
        };
    }

    private static String consequenceOf(LossBearer bearer) {
        return switch (bearer) {
            case HOUSE -> ".";
            case MERCHANT -> "; it is charged to the merchant.";
            case BUYER -> "; the refund is reduced by it.";
        };
    }
}
