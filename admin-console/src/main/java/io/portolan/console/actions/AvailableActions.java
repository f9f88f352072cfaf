package io.portolan.console.actions;

import io.portolan.console.text.NextSteps;
import io.portolan.domain.ids.Step;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Stage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which actions a payment's state allows. The workflow's own check decides in the end; this one only spares people the way there. */
public final class AvailableActions {
    private AvailableActions() {}

    /** Every action, in the order of {@link Action}. */
    public static List<AvailableAction> of(Payment payment, @Nullable FailedAction attempt) {
        return Arrays.stream(Action.values())
                .map(deed -> AvailableAction.of(deed, unavailableReason(deed, payment), attempt))
                .toList();
    }

    private static String unavailableReason(Action deed, Payment payment) {
        boolean parked = payment.stage() == Stage.PARKED;
        boolean unknown = NextSteps.isOutcomeUnknown(payment);
        return switch (deed) {
            case RETRY -> parked ? "" : "Only a parked payment can be retried.";
            case RESOLVE -> unknown ? "" : "No outcome is unknown.";
            case COMPENSATE -> {
                if (unknown) {
                    yield "The outcome is unknown: resolve it first.";
                }
                if (payment.state().unwindPlan() != null && !payment.stage().isTerminal()) {
                    yield "The payment is being unwound already.";
                }
                yield parked ? "" : "Only a parked payment can be unwound by hand.";
            }
            case CANCEL -> cancelUnavailableReason(payment);
        };
    }

    private static String cancelUnavailableReason(Payment payment) {
        if (payment.stage().isTerminal()) {
            return "The payment has ended.";
        }
        if (payment.latest(Step.PAYOUT).isPresent()) {
            return "A payout was instructed.";
        }
        if (payment.state().unwindPlan() != null) {
            return "The payment is turning back already.";
        }
        return payment.state().cancelRequestedAt() == null ? "" : "A cancellation was asked for already.";
    }
}
