package io.portolan.console.actions;

import io.portolan.console.text.NextSteps;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which actions a payment's state allows. The payment itself has the last word when a decision takes effect; this check only saves operators a
 * refused one.
 */
public final class AvailableActions {
    private AvailableActions() {}

    /** Every action, in the order of {@link Action}. */
    public static List<AvailableAction> of(Payment payment, @Nullable FailedAction failed) {
        return Arrays.stream(Action.values())
                .map(action ->
                        AvailableAction.of(action, unavailableReason(action, payment), ofThePage(payment), failed))
                .toList();
    }

    /** The newest plan that was priced for a person to decide about, if the payment has not moved on since. */
    public static Optional<Plan> proposedPlan(Payment payment) {
        Parking parking = payment.state().parking();
        return parking == null
                ? Optional.empty()
                : payment.state().plans().reversed().stream()
                        .findFirst()
                        .filter(plan -> plan.status() == PlanStatus.PROPOSED)
                        .filter(plan -> !parking.parkedAt().isAfter(plan.madeAt()));
    }

    static String unavailableReason(Action action, Payment payment) {
        boolean parked = payment.stage() == Stage.PARKED;
        return switch (action) {
            case RETRY -> parked ? "" : "Only a parked payment can be retried.";
            case RESOLVE -> NextSteps.isOutcomeUnknown(payment) ? "" : "There is no unknown outcome to resolve.";
            case CORRECT_PAYEE ->
                NextSteps.isPayeeCorrectable(payment) ? "" : "The payment does not wait for a corrected payee.";
            case PRICE_UNWIND -> priceUnavailableReason(payment);
            case UNWIND -> {
                String reason = priceUnavailableReason(payment);
                yield reason.isEmpty() && proposedPlan(payment).isEmpty() ? "Price the unwind first." : reason;
            }
            case HOLD -> holdUnavailableReason(payment);
            case RELEASE ->
                payment.state().hold() == null || payment.stage().isTerminal() ? "The payment is not held." : "";
            case CANCEL -> cancelUnavailableReason(payment);
        };
    }

    /** What every form of a page carries; nobody types it. */
    private static Map<String, String> ofThePage(Payment payment) {
        Map<String, String> fields = new HashMap<>();
        fields.put(ActionForm.DECISION, DecisionHeader.nextId());
        fields.put(ActionForm.VERSION, Integer.toString(payment.version()));
        proposedPlan(payment).ifPresent(plan -> fields.put(ActionForm.PLAN, Integer.toString(plan.number())));
        Optional.ofNullable(payment.state().parking())
                .map(Parking::instruction)
                .ifPresent(key -> fields.put(ActionForm.INSTRUCTION, key.value()));
        return fields;
    }

    private static String priceUnavailableReason(Payment payment) {
        if (payment.stage() != Stage.PARKED) {
            return "Only a parked payment can be unwound by a person.";
        }
        if (payment.openInstruction().isPresent()) {
            return "The outcome is unknown. Resolve it first.";
        }
        if (payment.isSellerPaid()) {
            return "The seller has been paid.";
        }
        return payment.isBooked(MovementKind.COLLECTION) ? "" : "Nothing was collected, so nothing goes back.";
    }

    private static String holdUnavailableReason(Payment payment) {
        if (payment.stage().isTerminal()) {
            return "The payment has ended.";
        }
        return payment.state().hold() == null ? "" : "The payment is held already.";
    }

    private static String cancelUnavailableReason(Payment payment) {
        if (payment.stage().isTerminal()) {
            return "The payment has ended.";
        }
        if (payment.isPayoutInstructed()) {
            return "The payout has already been instructed.";
        }
        if (!payment.isCancellable()) {
            return "The payment is already being unwound.";
        }
        return payment.state().cancelRequestedAt() == null ? "" : "Cancellation has already been requested.";
    }
}
