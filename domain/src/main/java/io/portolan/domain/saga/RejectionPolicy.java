package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done about a movement that was rejected, or a payout that came back: by what could help, and how often that was tried. */
final class RejectionPolicy {
    /** How many plans one rejected rate after another may lead to. */
    private static final int MOST_REQUOTES = 4;
    /** How many times a payee may be wrong. */
    private static final int MOST_REPAIRS = 3;
    /** Beyond this, only a person adds attempts or plans. */
    static final int MOST_ROUNDS = 60;

    private final Payment payment;
    private final Plan plan;
    private final Movement movement;
    private final Instruction rejected;
    private final Instant now;

    RejectionPolicy(Payment payment, Plan plan, Movement movement, Instruction rejected, Instant now) {
        this.payment = payment;
        this.plan = plan;
        this.movement = movement;
        this.rejected = rejected;
        this.now = now;
    }

    NextAction next() {
        Reason reason = Objects.requireNonNull(rejected.rejection());
        return switch (reason.remedy()) {
            case REQUOTE -> requote(reason);
            case OTHER_DEALER ->
                isOver(Parking.Kind.SHORTAGE) || Dealers.of(payment).hasAnother() ? replan(reason) : waitFor(reason);
            case WAIT -> isOver(Parking.Kind.SHORTAGE) ? tryAgain(reason) : waitFor(reason);
            case CORRECT_PAYEE -> plan.purpose().isForward() ? repair(payment, movement, reason, now) : stuck(reason);
            case NONE -> finallyRejected(reason);
        };
    }

    /** What is done about a payout that came back. */
    static NextAction afterReturn(Payment payment, Reason reason, Instant now) {
        Instruction payout = payment.latest(MovementKind.PAYOUT).orElseThrow();
        Movement movement = payment.movementOf(payout.key());
        return reason.remedy() == Remedy.CORRECT_PAYEE
                ? repair(payment, movement, reason, now)
                : new NextAction.MakePlan(Purpose.UNWIND, reason);
    }

    private static NextAction repair(Payment payment, Movement movement, Reason reason, Instant now) {
        Parking parking = payment.state().parking();
        boolean over = parking != null && parking.isOverAt(now) && isRepairOver(parking);
        long rounds = payment.instructionsOf(MovementKind.PAYOUT)
                .filter(payout -> payout.isReturned()
                        || (payout.rejection() != null && payout.rejection().remedy() == Remedy.CORRECT_PAYEE))
                .count();
        return over || rounds > MOST_REPAIRS
                ? new NextAction.MakePlan(Purpose.UNWIND, reason)
                : park(
                        Parking.Kind.REPAIR,
                        movement,
                        reason,
                        now.plus(payment.route().limits().repair()));
    }

    /** Nobody repaired it in time; or the unwind that is due since then has waited for a rate. */
    private static boolean isRepairOver(Parking parking) {
        return parking.kind() == Parking.Kind.REPAIR || parking.movement() == MovementKind.REVERSAL;
    }

    private NextAction requote(Reason reason) {
        long plans = payment.plansInForce()
                .filter(each -> each.purpose() == plan.purpose())
                .count();
        if (plans <= MOST_REQUOTES || isOver(Parking.Kind.SHORTAGE)) {
            return replan(reason);
        }
        return plan.purpose().isForward() ? new NextAction.MakePlan(Purpose.UNWIND, reason) : waitFor(reason);
    }

    private NextAction finallyRejected(Reason reason) {
        if (!plan.purpose().isForward()) {
            return stuck(reason);
        }
        return payment.isBooked(MovementKind.COLLECTION)
                ? new NextAction.MakePlan(Purpose.UNWIND, reason)
                : new NextAction.Conclude(Fact.FAILED, reason);
    }

    private NextAction tryAgain(Reason reason) {
        return rejected.key().attempt() >= MOST_ROUNDS
                ? stuck(reason)
                : plan.isLapsedFrom(movement, now)
                        ? replan(reason)
                        : new NextAction.Begin(movement, rejected.key().next());
    }

    private NextAction replan(Reason reason) {
        return plan.number() >= MOST_ROUNDS ? stuck(reason) : new NextAction.MakePlan(plan.purpose(), reason);
    }

    private NextAction waitFor(Reason reason) {
        Duration wait = Shortages.before(Math.max(rejected.key().attempt(), plan.number()));
        return park(Parking.Kind.SHORTAGE, movement, reason, now.plus(wait));
    }

    private NextAction stuck(Reason reason) {
        return park(Parking.Kind.STUCK, movement, reason, null);
    }

    private static NextAction park(Parking.Kind kind, Movement movement, Reason reason, @Nullable Instant until) {
        return new NextAction.Park(new Parking.Cause(kind, movement.kind(), reason, until));
    }

    /** Whether it has waited for what the rejection needs, and the time is over. */
    private boolean isOver(Parking.Kind kind) {
        Parking parking = payment.state().parking();
        InstructionKey about = parking == null ? null : parking.instruction();
        return parking != null
                && parking.kind() == kind
                && parking.isOverAt(now)
                && rejected.key().equals(about);
    }
}
