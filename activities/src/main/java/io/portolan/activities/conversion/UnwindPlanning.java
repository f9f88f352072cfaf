package io.portolan.activities.conversion;

import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.RateAnswer;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Change;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.payment.UnwindPlan;
import io.portolan.domain.payment.UnwindPricing;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices the undo of a payment and stores the plan: once, save for a reversal whose rate lapsed before it was executed. */
public final class UnwindPlanning {
    private static final String PLANNED = "planned";

    private final Payments payments;
    private final FxDesk desk;
    private final Clock clock;

    public UnwindPlanning(Payments payments, FxDesk desk, Clock clock) {
        this.payments = payments;
        this.desk = desk;
        this.clock = clock;
    }

    /** Accepted with a plan stored; Rejected if the dealer will not buy back; Unknown if a step forward is not decided. */
    public LegOutcome plan(PaymentId id, Reason reason) {
        Payment payment = payments.find(id).orElseThrow();
        if (isOpen(payment)) {
            return new LegOutcome.Unknown("a step forward is not decided");
        }
        if (!needsPlan(payment)) {
            return new LegOutcome.Accepted(PLANNED);
        }
        Optional<Money> toSell = UnwindPricing.toSell(payment);
        return toSell.isEmpty() ? stored(id, reason, null) : soldBack(payment, reason, toSell.get());
    }

    private LegOutcome soldBack(Payment payment, Reason reason, Money toSell) {
        var request = new RateRequest.Selling(
                toSell, payment.price().source().currency(), payment.order().reference());
        return switch (desk.quote(request)) {
            case RateAnswer.Offered(FirmRate rate) -> stored(payment.id(), reason, rate);
            case RateAnswer.Declined(Reason declined) -> new LegOutcome.Rejected(declined);
            case RateAnswer.Unavailable(String detail) -> throw RateUnavailable.failure(detail);
        };
    }

    /** Looks again under the lock: another execution may have planned, or moved, meanwhile. */
    private LegOutcome stored(PaymentId id, Reason reason, @Nullable FirmRate rate) {
        Change change = payments.change(id, payment -> {
            if (isOpen(payment) || !needsPlan(payment)) {
                return Change.none(payment);
            }
            UnwindPlan before = payment.progress().plan();
            Reason why = before == null ? reason : before.reason();
            return Transitions.unwinding(
                    payment, UnwindPricing.price(payment, why, rate, clock.instant()), clock.instant());
        });
        return change.payment().progress().plan() == null
                ? new LegOutcome.Unknown("a step forward was begun meanwhile")
                : new LegOutcome.Accepted(PLANNED);
    }

    private static boolean needsPlan(Payment payment) {
        return payment.progress().plan() == null
                || payment.latest(Step.REVERSAL)
                        .map(Instruction::rejection)
                        .filter(rejection -> rejection.remedy() == Remedy.REQUOTE)
                        .isPresent();
    }

    /** Money that may be on its way forward cannot be planned back. */
    private static boolean isOpen(Payment payment) {
        return Arrays.stream(Step.values())
                .filter(step -> !step.isUndo())
                .flatMap(step -> payment.latest(step).stream())
                .anyMatch(instruction -> !instruction.isDecided());
    }
}
