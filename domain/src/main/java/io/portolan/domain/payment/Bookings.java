package io.portolan.domain.payment;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.instruction.Answer;
import io.portolan.domain.instruction.Answer.Witness;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.RejectionTable;
import java.time.Instant;
import java.time.ZoneOffset;

/** What becomes of a payment when its bank, or evidence, says how an instruction ended. What contradicts the record is a break, and is never dropped. */
final class Bookings {
    private final ChangeBuilder change;
    private final Instruction instruction;
    private final Movement movement;

    Bookings(Payment payment, Instruction instruction, Instant at) {
        this.change = ChangeBuilder.of(payment, at);
        this.instruction = instruction;
        this.movement = payment.movementOf(instruction.key());
    }

    PaymentChange recordBooked(InquiryResult.Booked booked) {
        if (!instruction.isBooked()) {
            recordBooking(booked.reference(), instruction.amount(), booked.bookedAt(), Witness.BANK);
        } else if (!booked.reference().equals(instruction.bankReference())
                && instruction.answer().witness() == Witness.BANK) {
            contradict(
                    BreakType.SECOND_EXECUTION,
                    booked.reference(),
                    "the bank has executed it again, under another reference");
        } else if (!instruction.executed().equals(instruction.amount())) {
            contradict(
                    BreakType.AMOUNT,
                    booked.reference() + ", says the bank",
                    "the bank says " + instruction.amount() + ", and the evidence said " + instruction.executed());
        }
        recordSettlement(booked);
        return change.build();
    }

    /** What evidence proves to have been executed: its amount is booked, not the one that was asked for. */
    PaymentChange recordEvidence(Evidence evidence) {
        Instant valueAt = evidence.valueDate().atStartOfDay(ZoneOffset.UTC).toInstant();
        recordBooking(evidence.reference(), evidence.amount(), valueAt, Witness.EVIDENCE);
        return change.build();
    }

    PaymentChange recordRejected(Reason given, Witness witness) {
        Reason reason = RejectionTable.classified(movement.kind(), given);
        if (instruction.isRejected()) {
            return change.build();
        }
        if (instruction.isBooked()) {
            contradict(
                    BreakType.REJECTED_AFTER_BOOKED,
                    reason.code(),
                    "the bank rejects what it had booked: " + reason.code());
            holdOnce();
            return change.build();
        }
        change.setInstruction(instruction.decided(Answer.rejected(reason, change.at(), witness)));
        change.addEvent(instruction, "rejected", reason.code());
        change.post(movement.entriesOn(Occasion.REJECTED, instruction.key()));
        return change.move(Fact.open(movement.kind())).build();
    }

    /** The bank knows nothing of what it took, or of what it executed. */
    PaymentChange recordNotFound() {
        String reference = instruction.bankReference();
        if (reference != null && !instruction.isRejected()) {
            contradict(BreakType.UNKNOWN_TO_BANK, reference, "the bank knows nothing of what it took as " + reference);
        }
        return change.build();
    }

    PaymentChange recordReturn(PayoutReturn back) {
        String cameBack = back.amount() + " came back of ";
        if (instruction.isReturnedAs(back.reference())) {
            return change.build();
        }
        if (!instruction.isBooked()) {
            contradict(BreakType.UNEXPLAINED_RETURN, back.reference(), cameBack + "a payout that is not booked");
        } else if (instruction.isReturned()) {
            contradict(BreakType.DUPLICATE_RETURN, back.reference(), cameBack + "a payout that came back before");
        } else if (back.amount().compareTo(instruction.executed()) > 0) {
            contradict(BreakType.EXCESS_RETURN, back.reference(), cameBack + instruction.executed());
        } else {
            recordFirstReturn(back);
        }
        return change.build();
    }

    private void recordFirstReturn(PayoutReturn back) {
        if (instruction.settlement() == SettlementStatus.UNSETTLED) {
            change.post(movement.entriesOn(Occasion.SETTLED, instruction.key(), instruction.executed()));
        }
        change.post(ReturnEntries.of(change.payment(), instruction, movement, back.amount()));
        Reason reason = RejectionTable.classified(movement.kind(), back.reason());
        change.setInstruction(instruction.returned(back.amount(), back.reference()));
        change.setState(
                change.payment().state().withReason(new Reason("payout_returned", reason.detail(), reason.remedy())));
        change.addEvent(
                instruction.kind().code() + ".returned",
                "key",
                instruction.key().value(),
                "detail",
                reason.code(),
                "amount",
                back.amount().toString(),
                "reference",
                back.reference());
        if (change.payment().stage() != Stage.PARKED) {
            change.move(Fact.RETURNED_BY_BANK);
        }
    }

    private void recordBooking(String reference, Money executed, Instant bookedAt, Witness witness) {
        if (instruction.isRejected()) {
            contradict(
                    BreakType.BOOKED_AFTER_REJECTED, reference, "the bank has executed what was recorded as rejected");
            if (isBuiltUpon()) {
                holdOnce();
                return;
            }
            change.takeBackRejection(instruction);
        }
        Instruction booked = instruction.decided(Answer.booked(reference, executed, bookedAt, witness));
        change.setInstruction(booked);
        change.post(movement.entriesOn(Occasion.BOOKED, booked.key(), executed));
        change.addEvent(booked, "booked", witness == Witness.EVIDENCE ? "by evidence" : reference);
        if (executed.equals(instruction.amount())) {
            moveOn(booked);
        } else {
            parkForAmount(booked, reference);
        }
    }

    /** Money may go twice, or may not be there: nothing new is instructed until a person has looked. Whoever releases the payment is not held up by the same contradiction again. */
    private void holdOnce() {
        Payment payment = change.payment();
        if (instruction.isContradicted()) {
            return;
        }
        change.setInstruction(instruction.contradicted());
        if (!payment.stage().isTerminal() && payment.state().hold() == null) {
            String why = "the bank contradicts what is recorded of " + instruction.key();
            change.setState(change.payment().state().withHold(new Hold(Hold.PORTOLAN, why, change.at())));
            change.addEvent("held");
        }
    }

    /** Whether somebody went on from the rejection: what was done since cannot be taken back by recording the opposite. A failed payment is one that nothing was done about. */
    private boolean isBuiltUpon() {
        Payment payment = change.payment();
        boolean newest = payment.state().instructions().getLast().key().equals(instruction.key());
        boolean failed = payment.stage() == Stage.FAILED;
        return !failed && !(newest && planOf().isOpen());
    }

    /** A booked movement goes on to the next, to the end of its plan, or reopens what had failed. */
    private void moveOn(Instruction booked) {
        Payment payment = change.payment();
        if (payment.stage() == Stage.FAILED) {
            change.move(Fact.COLLECTION_OPEN);
            return;
        }
        boolean last = planOf().movements().getLast().equals(movement);
        if (last && planOf().isOpen()) {
            change.setPlan(planOf().with(PlanStatus.DONE));
            endPlan();
        } else {
            change.move(Fact.open(booked.kind()));
        }
    }

    private void endPlan() {
        Purpose purpose = planOf().purpose();
        Payment payment = change.payment();
        switch (purpose) {
            case FORWARD, RETURN ->
                change.setState(payment.state().withReason(null)).move(Fact.PAID_OUT);
            case UNWIND -> change.move(Fact.REFUNDED);
            case REFUND -> change.move(afterRefund(payment));
        }
        Payment ended = change.payment();
        if (ended.currentPlan().isPresent() && ended.stage().isTerminal()) {
            change.move(Fact.REFUND_PLANNED);
        } else if (ended.stage().isTerminal()) {
            change.addEvent(ended.status().code());
        }
    }

    /** The refunds that wait go first; then what came back meanwhile is dealt with. */
    private static Fact afterRefund(Payment payment) {
        if (payment.currentPlan().isPresent()) {
            return Fact.REFUND_PLANNED;
        }
        return payment.hasUnplannedReturn() ? Fact.PAYOUT_OPEN : payment.endOfRefunds();
    }

    /** Another amount than planned has moved, so the plan is not what runs. */
    private void parkForAmount(Instruction booked, String reference) {
        String detail = booked.executed() + " was executed instead of " + booked.amount();
        contradict(BreakType.AMOUNT, reference, detail);
        change.setPlan(planOf().with(PlanStatus.REPLACED));
        Reason reason = Reason.of("amount_differs", detail);
        Parking.Cause cause = new Parking.Cause(Parking.Kind.STUCK, booked.kind(), reason, null);
        int version = change.payment().version() + 1;
        change.park(cause.parking(booked.key(), change.at(), version));
        change.addEvent("parked", "movement", booked.kind().code(), "reason", reason.code());
    }

    private void recordSettlement(InquiryResult.Booked booked) {
        Instruction now = change.payment().instruction(instruction.key());
        Instant settledAt = booked.settledAt();
        if (settledAt == null || !now.isBooked() || now.settlement() != SettlementStatus.UNSETTLED) {
            return;
        }
        change.post(movement.entriesOn(Occasion.SETTLED, now.key(), now.executed()));
        change.setStateOfSameVersion(change.payment().state().withInstruction(now.settled(settledAt)));
        change.addEvent(now, "settled", booked.reference());
    }

    private void contradict(BreakType type, String reference, String detail) {
        change.find(Break.of(
                type, instruction.key(), new Break.Claim(reference, instruction.amount(), detail), change.at()));
    }

    private Plan planOf() {
        return change.payment().plan(instruction.key().plan());
    }
}
