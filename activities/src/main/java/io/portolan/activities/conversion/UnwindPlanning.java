package io.portolan.activities.conversion;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.payment.UnwindPricing;
import io.portolan.domain.plan.PlanResult;
import io.portolan.domain.plan.UnwindPlan;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices the unwind of a payment and stores the plan: once, save for a reversal whose rate lapsed before it was executed. */
public final class UnwindPlanning {
    private final Payments payments;
    private final FxDesks desks;
    private final Clock clock;

    public UnwindPlanning(Payments payments, FxDesks desks, Clock clock) {
        this.payments = payments;
        this.desks = desks;
        this.clock = clock;
    }

    /** Prices the unwind and stores its plan, unless one is stored already. */
    public PlanResult plan(PaymentId id, Reason reason) {
        Payment payment = payments.find(id).orElseThrow();
        if (isOpen(payment)) {
            return new PlanResult.StepOpen();
        }
        if (!needsPlan(payment)) {
            return new PlanResult.Planned();
        }
        Optional<Money> amountToSell = UnwindPricing.amountToSell(payment);
        return amountToSell.isEmpty() ? store(id, reason, null) : priceReversal(payment, reason, amountToSell.get());
    }

    private PlanResult priceReversal(Payment payment, Reason reason, Money amountToSell) {
        var request = new RateRequest.Selling(
                amountToSell,
                payment.price().source().currency(),
                payment.order().reference());
        return switch (desks.at(payment.route().dealerSource().bank()).quote(request)) {
            case RateResponse.Offered(FirmRate rate) -> store(payment.id(), reason, rate);
            case RateResponse.Rejected(Reason declined) -> new PlanResult.Declined(declined);
            case RateResponse.Unavailable(String detail) -> throw RateUnavailable.failure(detail);
        };
    }

    /** Looks again under the lock: another execution may have planned, or instructed, meanwhile. */
    private PlanResult store(PaymentId id, Reason reason, @Nullable FirmRate rate) {
        PaymentChange change = payments.change(id, payment -> {
            if (isOpen(payment) || !needsPlan(payment)) {
                return PaymentChange.none(payment);
            }
            UnwindPlan before = payment.state().unwindPlan();
            Reason why = before == null ? reason : before.reason();
            return Transitions.recordUnwindPlan(
                    payment, UnwindPricing.price(payment, why, rate, clock.instant()), clock.instant());
        });
        return change.payment().state().unwindPlan() == null ? new PlanResult.StepOpen() : new PlanResult.Planned();
    }

    private static boolean needsPlan(Payment payment) {
        return payment.state().unwindPlan() == null
                || payment.latest(Step.REVERSAL)
                        .map(Instruction::rejection)
                        .filter(rejection -> rejection.remedy() == Remedy.REQUOTE)
                        .isPresent();
    }

    /** Money that may be on its way forward cannot be planned back. */
    private static boolean isOpen(Payment payment) {
        return Arrays.stream(Step.values())
                .filter(step -> !step.isCompensation())
                .flatMap(step -> payment.latest(step).stream())
                .anyMatch(instruction -> !instruction.isDecided());
    }
}
