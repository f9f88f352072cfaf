package io.portolan.activities.payment;

import io.portolan.activities.conversion.UnwindPlanning;
import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.operations.OperatorAction;
import io.portolan.domain.operations.OperatorAction.Kind;
import io.portolan.domain.operations.OperatorActions;
import io.portolan.domain.payment.Change;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.Ending;
import io.portolan.workflows.payment.PaymentActivities;
import io.portolan.workflows.payment.Resolution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what is decided about a payment where payments are kept. */
public final class StoredPayment implements PaymentActivities {
    private final Payments payments;
    private final OperatorActions actions;
    private final UnwindPlanning planning;
    private final Clock clock;

    public StoredPayment(Payments payments, OperatorActions actions, UnwindPlanning planning, Clock clock) {
        this.payments = payments;
        this.actions = actions;
        this.planning = planning;
        this.clock = clock;
    }

    @Override
    public void park(String payment, Step step, Reason reason) {
        parked(new PaymentId(payment), step, reason, null);
    }

    @Override
    public Duration parkFor(String payment, Step step, Reason reason, Duration longest) {
        Instant deadline = clock.instant().plus(longest);
        Payment after = parked(new PaymentId(payment), step, reason, deadline);
        Duration left = Optional.ofNullable(after.progress().parking())
                .map(Parking::deadline)
                .map(until -> Duration.between(clock.instant(), until))
                .orElse(Duration.ZERO);
        return left.isPositive() ? left : Duration.ZERO;
    }

    @Override
    public void record(String payment, Kind kind, Decision decision) {
        actions.add(new OperatorAction(
                decision.id(), new PaymentId(payment), kind, decision.operator(), decision.reason(), clock.instant()));
    }

    @Override
    public void grantRetry(String payment, Step step) {
        payments.change(new PaymentId(payment), stored -> Transitions.nextAttempt(stored, step, clock.instant()));
    }

    @Override
    public void resolve(String payment, Step step, Resolution resolution) {
        Finding finding = switch (resolution.verdict()) {
            case EXECUTED -> new Finding.Booked(resolution.decision().id(), clock.instant(), null);
            case NOT_EXECUTED ->
                new Finding.Refused(Reason.of("not_executed", "proven not executed by a person's evidence"));
        };
        payments.change(
                new PaymentId(payment),
                stored -> undecided(stored, step)
                        .map(open -> Transitions.found(stored, open.key(), finding, clock.instant()))
                        .orElseGet(() -> Change.none(stored)));
    }

    @Override
    public LegOutcome planUnwind(String payment, Reason reason) {
        return planning.plan(new PaymentId(payment), reason);
    }

    @Override
    public Ending conclude(String payment, Reason reason) {
        Payment ended = payments.change(new PaymentId(payment), stored -> {
                    boolean untouched = stored.latest(Step.COLLECTION).isEmpty();
                    Stage end = untouched ? Stage.CANCELLED : Stage.FAILED;
                    return Transitions.concluded(stored, end, reason, clock.instant());
                })
                .payment();
        return ended.stage() == Stage.CANCELLED ? Ending.CANCELLED : Ending.FAILED;
    }

    @Override
    public boolean requestCancel(String payment, Decision decision) {
        Payment asked = payments.change(
                        new PaymentId(payment), stored -> Transitions.cancelRequested(stored, clock.instant()))
                .payment();
        boolean requested = asked.progress().cancelRequestedAt() != null;
        if (requested) {
            record(payment, Kind.CANCEL, decision);
        }
        return requested;
    }

    /** Being parked for the same thing in other words is being parked already. */
    private Payment parked(PaymentId id, Step step, Reason reason, @Nullable Instant deadline) {
        return payments.change(id, stored -> {
                    Step at = undecided(stored, step).map(Instruction::step).orElse(step);
                    return isParked(stored, at, reason)
                            ? Change.none(stored)
                            : Transitions.parked(stored, at, reason, deadline, clock.instant());
                })
                .payment();
    }

    private static boolean isParked(Payment payment, Step step, Reason reason) {
        Parking parking = payment.progress().parking();
        return parking != null
                && parking.step() == step
                && parking.reason().code().equals(reason.code());
    }

    /** The open instruction of a movement: that of the step itself or, for a conversion, that of the top-up before it. */
    private static Optional<Instruction> undecided(Payment payment, Step movement) {
        return Arrays.stream(Step.values())
                .filter(step -> step.leg() == movement.leg() && step.isUndo() == movement.isUndo())
                .flatMap(step -> payment.latest(step).stream())
                .filter(instruction -> !instruction.isDecided())
                .findFirst();
    }
}
