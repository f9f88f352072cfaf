package io.portolan.console.actions;

import io.portolan.console.words.Outlook;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Stage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which actions a payment's state allows. The workflow's own check decides in the end; this one only spares people the way there. */
public final class Offers {
    private Offers() {}

    /** Every action, in the order of {@link Deed}. */
    public static List<Offer> of(Payment payment, @Nullable Attempt attempt) {
        return Arrays.stream(Deed.values())
                .map(deed -> Offer.of(deed, obstacle(deed, payment), attempt))
                .toList();
    }

    private static String obstacle(Deed deed, Payment payment) {
        boolean parked = payment.stage() == Stage.PARKED;
        boolean unknown = Outlook.isUnknown(payment);
        return switch (deed) {
            case RETRY -> parked ? "" : "Only a parked payment can be retried.";
            case RESOLVE -> unknown ? "" : "No outcome is unknown.";
            case COMPENSATE -> {
                if (unknown) {
                    yield "The outcome is unknown: resolve it first.";
                }
                if (payment.progress().plan() != null && !payment.stage().isTerminal()) {
                    yield "The payment is being unwound already.";
                }
                yield parked ? "" : "Only a parked payment can be unwound by hand.";
            }
            case CANCEL -> cancelObstacle(payment);
        };
    }

    private static String cancelObstacle(Payment payment) {
        if (payment.stage().isTerminal()) {
            return "The payment has ended.";
        }
        if (payment.latest(Step.PAYOUT).isPresent()) {
            return "A payout was instructed.";
        }
        if (payment.progress().plan() != null) {
            return "The payment is turning back already.";
        }
        return payment.progress().cancelRequestedAt() == null ? "" : "A cancellation was asked for already.";
    }
}
