package io.portolan.domain.payment;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.fx.Price;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Answer.Witness;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SendWindow;
import io.portolan.domain.party.Party;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payment becomes when something is asked for or becomes known. Every function is pure and may be asked again: what is known already changes nothing, what contradicts
 * it is a break, and nothing ever moves a payment backwards.
 */
public final class Transitions {
    private Transitions() {}

    /** A payment as the intake stores it, with its first event; its forward plan is added to it in the same transaction. */
    public static PaymentChange accept(MerchantId merchant, Order order, Price price, Route route, Instant at) {
        Payment payment = new Payment(PaymentId.next(), merchant, order, price, route, PaymentState.initial(), at, at);
        return ChangeBuilder.of(payment, at)
                .addEvent("accepted", "order_reference", order.reference())
                .build();
    }

    /** The plan takes the place of the open ones, and runs; the payment is parked no longer. */
    public static PaymentChange adopt(Payment payment, Plan plan, Instant at) {
        ChangeBuilder change = ChangeBuilder.of(payment, at).replaceOpenPlans().setPlan(plan.with(PlanStatus.OPEN));
        if (plan.reason() != null) {
            change.setReason(plan.reason());
        }
        Movement first = plan.movements().getFirst();
        switch (plan.purpose()) {
            case FORWARD, RETURN -> {
                if (!payment.state().plans().isEmpty()) {
                    change.move(Fact.open(first.kind()));
                }
            }
            case UNWIND -> change.move(Fact.UNWIND_PLANNED);
            case REFUND -> throw new IllegalArgumentException("a refund has a plan of its own: " + plan.number());
        }
        return change.addPlanned(plan).build();
    }

    /** The plan is shown to a person, and moves nothing unless it is adopted. */
    public static PaymentChange propose(Payment payment, Plan plan, Instant at) {
        return ChangeBuilder.of(payment, at)
                .setStateOfSameVersion(payment.state().withPlan(plan.with(PlanStatus.PROPOSED)))
                .addEvent("plan_proposed", "plan", Integer.toString(plan.number()))
                .build();
    }

    /**
     * A refund that the merchant asked for, with the plan that does it; it waits for the refunds before it.
     *
     * @throws IllegalStateException if the payment is not refundable, or not by so much
     */
    public static PaymentChange addRefund(Payment payment, Refund refund, Plan plan, Instant at) {
        if (!payment.isRefundable() || refund.amount().compareTo(payment.refundable()) > 0) {
            throw new IllegalStateException(payment + " cannot be refunded by " + refund.amount());
        }
        ChangeBuilder change = ChangeBuilder.of(payment, at)
                .setState(payment.state().withRefund(refund).withPlan(plan.with(PlanStatus.OPEN)));
        if (payment.stage() == Stage.COMPLETED) {
            change.move(Fact.REFUND_PLANNED);
        }
        String amount = refund.amount().toString();
        change.addEvent("refund_requested", "refund", refund.id().value(), "amount", amount);
        return change.addPlanned(plan).build();
    }

    /**
     * Fixes the key of a movement's next attempt, and its times, before it is sent.
     *
     * @throws IllegalStateException if an instruction is open, or this one was begun before
     */
    public static PaymentChange begin(Payment payment, InstructionKey key, SendWindow.Lengths lengths, Instant at) {
        if (payment.openInstruction().isPresent() || payment.find(key).isPresent()) {
            throw new IllegalStateException(key + " cannot be begun: it was, or another is open");
        }
        Movement movement = payment.movementOf(key);
        Instruction instruction = Instruction.begun(key, movement.kind(), movement.amount(), lengths.from(at));
        ChangeBuilder change = ChangeBuilder.of(payment, at);
        payment.latest(payment.plan(key.plan()), movement).ifPresent(change::takeBackRejection);
        return change.post(key.attempt() == 1 ? movement.entriesOn(Occasion.INSTRUCTED, key) : List.of())
                .setInstruction(instruction)
                .move(Fact.open(movement.kind()))
                .addEvent(
                        movement.kind().code() + ".instructed",
                        "key",
                        key.value(),
                        "amount",
                        movement.amount().toString())
                .build();
    }

    /** The bank has the instruction, under this reference: from then on it cannot be sent again, whatever the bank says. */
    public static PaymentChange recordTaken(Payment payment, InstructionKey key, String reference, Instant at) {
        Instruction instruction = payment.instruction(key);
        return instruction.isDecided() || instruction.isTaken()
                ? PaymentChange.none(payment)
                : ChangeBuilder.of(payment, at)
                        .setStateOfSameVersion(payment.state().withInstruction(instruction.taken(reference)))
                        .addEvent(instruction, "taken", reference)
                        .build();
    }

    /** What an inquiry found about an instruction. */
    public static PaymentChange recordInquiry(Payment payment, InstructionKey key, InquiryResult result, Instant at) {
        Bookings bookings = new Bookings(payment, payment.instruction(key), at);
        return switch (result) {
            case InquiryResult.Booked booked -> bookings.recordBooked(booked);
            case InquiryResult.Rejected(Reason reason) -> bookings.recordRejected(reason, Witness.BANK);
            case InquiryResult.NotFound _ -> bookings.recordNotFound();
            case InquiryResult.Pending _, InquiryResult.Unknown _ -> PaymentChange.none(payment);
        };
    }

    /** Evidence proves that the instruction was executed, and with which amount. */
    public static PaymentChange recordExecuted(Payment payment, InstructionKey key, Evidence evidence, Instant at) {
        return new Bookings(payment, payment.instruction(key), at).recordEvidence(evidence);
    }

    /** Evidence proves that the instruction was not executed. */
    public static PaymentChange recordNotExecuted(Payment payment, InstructionKey key, Instant at) {
        Reason reason = Reason.of("not_executed", "proven not executed by evidence");
        return new Bookings(payment, payment.instruction(key), at).recordRejected(reason, Witness.EVIDENCE);
    }

    /** The bank returned a payout: the payment reopens. Each other return beside the first, and each that is too high, is a break; the same one again is nothing new. */
    public static PaymentChange recordReturn(Payment payment, InstructionKey key, PayoutReturn back, Instant at) {
        return new Bookings(payment, payment.instruction(key), at).recordReturn(back);
    }

    /** The payment waits, unless it waits for the same already, or the outcome that it was to wait for is known by now. What is open is unknown from now on. */
    public static PaymentChange park(Payment payment, Parking.Cause cause, Instant at) {
        Parking present = payment.state().parking();
        if ((present != null && present.isStill(cause, at)) || payment.stage().isTerminal()) {
            return PaymentChange.none(payment);
        }
        Optional<Instruction> open = payment.openInstruction();
        if (cause.kind() == Parking.Kind.OUTCOME && open.isEmpty()) {
            return PaymentChange.none(payment);
        }
        InstructionKey about = open.or(() -> latestInCurrentPlan(payment, cause.movement()))
                .map(Instruction::key)
                .orElse(null);
        ChangeBuilder change = ChangeBuilder.of(payment, at);
        open.ifPresent(instruction ->
                change.setInstruction(instruction.unknown(cause.reason().detail())));
        change.park(cause.parking(about, at, payment.version() + 1));
        return change.addEvent(
                        "parked",
                        "movement",
                        cause.movement().code(),
                        "reason",
                        cause.reason().code())
                .build();
    }

    /** The open instruction's answer is awaited again for so long. */
    public static PaymentChange askAgain(Payment payment, InstructionKey key, Duration longest, Instant at) {
        Instruction open = payment.instruction(key).awaitedUntil(at.plus(longest));
        return ChangeBuilder.of(payment, at)
                .setInstruction(open)
                .move(Fact.open(open.kind()))
                .addEvent(open, "asked_again", "")
                .build();
    }

    /** The payment is parked no longer, and goes on from what is recorded. */
    public static PaymentChange resume(Payment payment, MovementKind at, Instant now) {
        return ChangeBuilder.of(payment, now)
                .move(Fact.open(at))
                .addEvent("resumed", "movement", at.code())
                .build();
    }

    /** The payment waits no longer for what was short, and is to try again. */
    public static PaymentChange endWait(Payment payment, Parking parking, Instant now) {
        return ChangeBuilder.of(payment, now)
                .park(parking.endedAt(now, payment.version() + 1))
                .addEvent("resumed", "movement", parking.movement().code())
                .build();
    }

    /** The payment ends without another movement: failed, or cancelled before anything was instructed. */
    public static PaymentChange conclude(Payment payment, Fact end, Reason reason, Instant at) {
        return ChangeBuilder.of(payment, at).end(end, reason).build();
    }

    /** The way forward is given up, for this reason: the open plan ends, and what it has moved is to go back. */
    public static PaymentChange giveUp(Payment payment, Reason reason, Instant at) {
        return ChangeBuilder.of(payment, at)
                .replaceOpenPlans()
                .setReason(reason)
                .addEvent("given_up", "reason", reason.code())
                .build();
    }

    /** The merchant, the buyer or an operator withdraws; what is due then is planned when no instruction is open. */
    public static PaymentChange requestCancel(Payment payment, Instant at) {
        return ChangeBuilder.of(payment, at)
                .setState(payment.state().withCancelRequested(at))
                .addEvent("cancel_requested")
                .build();
    }

    /** From now on the payee is this one: whom the next payout is planned for. */
    public static PaymentChange correctPayee(Payment payment, Party payee, Instant at) {
        return ChangeBuilder.of(payment, at)
                .setPayment(payment.withPayee(payee))
                .setState(payment.state())
                .addEvent("payee_corrected")
                .build();
    }

    /** Holds the payment, or releases it with {@code null}. */
    public static PaymentChange hold(Payment payment, @Nullable Hold hold, Instant at) {
        return ChangeBuilder.of(payment, at)
                .setState(payment.state().withHold(hold))
                .addEvent(hold == null ? "released" : "held")
                .build();
    }

    private static Optional<Instruction> latestInCurrentPlan(Payment payment, MovementKind kind) {
        return payment.currentPlan()
                .flatMap(plan -> payment.instructionsOf(kind)
                        .filter(instruction -> instruction.key().plan() == plan.number())
                        .reduce((_, newer) -> newer));
    }
}
