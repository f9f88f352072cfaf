package io.portolan.activities.payment;

import io.portolan.activities.conversion.UnwindPlanning;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.operations.Decisions;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.PlanResult;
import io.portolan.workflows.payment.PaymentActivities;
import io.portolan.workflows.payment.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what is decided about a payment where payments are kept. */
public final class DatabasePaymentActivities implements PaymentActivities {
    private final Payments payments;
    private final Decisions decisions;
    private final UnwindPlanning planning;
    private final Clock clock;

    public DatabasePaymentActivities(Payments payments, Decisions decisions, UnwindPlanning planning, Clock clock) {
        this.payments = payments;
        this.decisions = decisions;
        this.planning = planning;
        this.clock = clock;
    }

    @Override
    public void park(String payment, Step step, Reason reason) {
        recordParking(new PaymentId(payment), step, reason, null);
    }

    @Override
    public Duration parkUntilDeadline(String payment, Step step, Reason reason, Duration longest) {
        Instant deadline = clock.instant().plus(longest);
        Payment after = recordParking(new PaymentId(payment), step, reason, deadline);
        Duration left = Optional.ofNullable(after.state().parking())
                .map(Parking::deadlineAt)
                .map(until -> Duration.between(clock.instant(), until))
                .orElse(Duration.ZERO);
        return left.isPositive() ? left : Duration.ZERO;
    }

    @Override
    public void recordDecision(Decision decision) {
        decisions.add(decision);
    }

    @Override
    public void beginNextAttempt(String payment, Step step) {
        payments.change(new PaymentId(payment), stored -> Transitions.nextAttempt(stored, step, clock.instant()));
    }

    @Override
    public void recordExecuted(Step step, Decision.ResolveExecuted decision) {
        recordInquiry(
                step,
                decision.header(),
                new InquiryResult.Booked(decision.header().id(), clock.instant(), null));
    }

    @Override
    public void recordNotExecuted(Step step, Decision.ResolveNotExecuted decision) {
        Reason reason = Reason.of("not_executed", "proven not executed by a person's evidence");
        recordInquiry(step, decision.header(), new InquiryResult.Rejected(reason));
    }

    private void recordInquiry(Step step, DecisionHeader header, InquiryResult proven) {
        payments.change(
                header.payment(),
                stored -> undecided(stored, step)
                        .map(open -> Transitions.recordInquiry(stored, open.key(), proven, clock.instant()))
                        .orElseGet(() -> PaymentChange.none(stored)));
    }

    @Override
    public PlanResult planUnwind(String payment, Reason reason) {
        return planning.plan(new PaymentId(payment), reason);
    }

    @Override
    public Result conclude(String payment, Reason reason) {
        Payment ended = payments.change(new PaymentId(payment), stored -> {
                    boolean untouched = stored.latest(Step.COLLECTION).isEmpty();
                    Stage end = untouched ? Stage.CANCELLED : Stage.FAILED;
                    return Transitions.conclude(stored, end, reason, clock.instant());
                })
                .payment();
        return ended.stage() == Stage.CANCELLED ? Result.CANCELLED : Result.FAILED;
    }

    @Override
    public boolean recordCancellation(Decision.Cancel decision) {
        Payment asked = payments.change(
                        decision.header().payment(), stored -> Transitions.requestCancel(stored, clock.instant()))
                .payment();
        boolean requested = asked.state().cancelRequestedAt() != null;
        if (requested) {
            decisions.add(decision);
        }
        return requested;
    }

    /** Being parked for the same thing in other words is being parked already. */
    private Payment recordParking(PaymentId id, Step step, Reason reason, @Nullable Instant deadline) {
        return payments.change(id, stored -> {
                    Step at = undecided(stored, step).map(Instruction::step).orElse(step);
                    return isParked(stored, at, reason)
                            ? PaymentChange.none(stored)
                            : Transitions.park(stored, at, reason, deadline, clock.instant());
                })
                .payment();
    }

    private static boolean isParked(Payment payment, Step step, Reason reason) {
        Parking parking = payment.state().parking();
        return parking != null
                && parking.step() == step
                && parking.reason().code().equals(reason.code());
    }

    /** The open instruction of a movement: that of the step itself or, for a conversion, that of the top-up before it. */
    private static Optional<Instruction> undecided(Payment payment, Step movement) {
        return Arrays.stream(Step.values())
                .filter(step -> step.leg() == movement.leg() && step.isCompensation() == movement.isCompensation())
                .flatMap(step -> payment.latest(step).stream())
                .filter(instruction -> !instruction.isDecided())
                .findFirst();
    }
}
