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
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides what is to be done about a payment next, from nothing but its record and the time: so whoever asks, a second worker or a restarted one, hears the same.
 */
public final class Progress {
    static final Reason CANCELLED = Reason.of("cancelled", "cancelled before the payout");
    private static final Reason QUOTE_EXPIRED = new Reason("quote_expired", "the rate has lapsed", Remedy.REQUOTE);

    private final Payment payment;
    private final Instant now;

    private Progress(Payment payment, Instant now) {
        this.payment = payment;
        this.now = now;
    }

    /** What is to be done next. */
    public static NextAction of(Payment payment, Instant now) {
        return new Progress(payment, now).next();
    }

    private NextAction next() {
        if (payment.stage().isTerminal()) {
            return new NextAction.Ended(payment.stage());
        }
        Optional<Instruction> open = payment.openInstruction();
        if (open.isPresent()) {
            return isWaiting() ? awaiting() : new NextAction.Inquire(open.get().key());
        }
        if (payment.state().hold() != null) {
            return new NextAction.Await(null);
        }
        if (isCancelDue()) {
            return payment.isBooked(MovementKind.COLLECTION)
                    ? new NextAction.MakePlan(Purpose.UNWIND, CANCELLED)
                    : withdrawn();
        }
        if (isWaiting()) {
            return awaiting();
        }
        return payment.currentPlan().map(this::within).orElseGet(this::withoutPlan);
    }

    private NextAction withdrawn() {
        boolean untouched = payment.state().instructions().isEmpty();
        return new NextAction.Conclude(untouched ? Fact.CANCELLED : Fact.FAILED, CANCELLED);
    }

    /** Within a plan: its first movement that is not booked is next. */
    private NextAction within(Plan plan) {
        Movement movement = plan.movements().stream()
                .filter(each ->
                        payment.latest(plan, each).filter(Instruction::isBooked).isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("plan " + plan.number() + " of " + payment.id() + " is done"));
        Optional<Instruction> last = payment.latest(plan, movement);
        if (last.isPresent()) {
            return new RejectionPolicy(payment, plan, movement, last.get(), now).next();
        }
        if (plan.isLapsedFrom(movement, now)) {
            return plan.number() < RejectionPolicy.MOST_ROUNDS
                    ? new NextAction.MakePlan(plan.purpose(), QUOTE_EXPIRED)
                    : new NextAction.Park(new Parking.Cause(Parking.Kind.STUCK, movement.kind(), QUOTE_EXPIRED, null));
        }
        return new NextAction.Begin(movement, new InstructionKey(payment.id(), plan.number(), movement.number(), 1));
    }

    /** No plan is open: a payout came back, or money that nobody expected any more is here. */
    private NextAction withoutPlan() {
        Reason reason = Optional.ofNullable(payment.state().reason())
                .orElseGet(() -> Reason.of("late_booking", "the money came after the payment had ended"));
        if (payment.hasUnplannedReturn()) {
            return RejectionPolicy.afterReturn(payment, reason, now);
        }
        if (payment.isSellerPaid()) {
            return afterOtherAmount(reason);
        }
        if (!payment.isBooked(MovementKind.COLLECTION)) {
            return new NextAction.Conclude(Fact.FAILED, reason);
        }
        return Planner.objectionToUnwind(payment).isEmpty()
                ? new NextAction.MakePlan(Purpose.UNWIND, reason)
                : new NextAction.Conclude(Fact.REFUNDED, reason);
    }

    /** The seller has been paid, and the last plan moved another amount than it was to: a refund is over with that, and what the seller should have is for a person to see to. */
    private NextAction afterOtherAmount(Reason reason) {
        boolean refund = payment.plansInForce()
                .reduce((_, newer) -> newer)
                .filter(plan -> plan.purpose() == Purpose.REFUND)
                .isPresent();
        if (refund) {
            return new NextAction.Conclude(payment.endOfRefunds(), reason);
        }
        Reason differs = Reason.of("amount_differs", "the seller was paid another amount than planned");
        return new NextAction.Park(new Parking.Cause(Parking.Kind.STUCK, MovementKind.PAYOUT, differs, null));
    }

    /** A cancellation takes effect while the money is not on its way to the seller; what was parked since then waits for the unwind itself. */
    private boolean isCancelDue() {
        Instant requestedAt = payment.state().cancelRequestedAt();
        if (requestedAt == null || !payment.isCancellable()) {
            return false;
        }
        Parking parking = payment.state().parking();
        return !isWaiting() || !Objects.requireNonNull(parking).parkedAt().isAfter(requestedAt);
    }

    private boolean isWaiting() {
        Parking parking = payment.state().parking();
        return parking != null && !parking.isOverAt(now);
    }

    private NextAction awaiting() {
        return new NextAction.Await(
                Objects.requireNonNull(payment.state().parking()).until());
    }
}
