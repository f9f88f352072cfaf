package io.portolan.console.actions;

import io.portolan.console.text.NextSteps;
import io.portolan.domain.ids.Step;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Stage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which actions a payment's state allows. The workflow has the last word; this check only saves operators a rejected
 * request.
 */
public final class AvailableActions {
    private static final String ALREADY_UNWINDING = "The payment is already being unwound.";

    private AvailableActions() {}

    /** Every action, in the order of {@link Action}. */
    public static List<AvailableAction> of(Payment payment, @Nullable FailedAction failed) {
        return Arrays.stream(Action.values())
                .map(action -> AvailableAction.of(action, unavailableReason(action, payment), failed))
                .toList();
    }

    private static String unavailableReason(Action action, Payment payment) {
        boolean parked = payment.stage() == Stage.PARKED;
        boolean unknown = NextSteps.isOutcomeUnknown(payment);
        return switch (action) {
            case RETRY -> parked ? "" : "Only a parked payment can be retried.";
            case RESOLVE -> unknown ? "" : "There is no unknown outcome to resolve.";
            case UNWIND -> {
                if (unknown) {
                    yield "The outcome is unknown. Resolve it first.";
                }
                if (payment.state().unwindPlan() != null && !payment.stage().isTerminal()) {
                    yield ALREADY_UNWINDING;
                }
                yield parked ? "" : "Only a parked payment can be unwound manually.";
            }
            case CANCEL -> cancelUnavailableReason(payment);
        };
    }

    private static String cancelUnavailableReason(Payment payment) {
        if (payment.stage().isTerminal()) {
            return "The payment has ended.";
        }
        if (payment.latest(Step.PAYOUT).isPresent()) {
            return "The payout has already been instructed.";
        }
        if (payment.state().unwindPlan() != null) {
            return ALREADY_UNWINDING;
        }
        return payment.state().cancelRequestedAt() == null ? "" : "Cancellation has already been requested.";
    }
}
