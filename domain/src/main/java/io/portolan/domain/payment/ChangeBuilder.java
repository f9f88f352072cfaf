package io.portolan.domain.payment;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.plan.UnwindPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link PaymentChange} in the making: the payment as it will be, with the events and entries gathered on the way. */
final class ChangeBuilder {
    private final Instant at;
    private final List<PaymentEvent> events = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private Payment payment;

    private ChangeBuilder(Payment payment, Instant at) {
        this.payment = payment;
        this.at = at;
    }

    static ChangeBuilder of(Payment payment, Instant at) {
        return new ChangeBuilder(payment, at);
    }

    PaymentChange build() {
        return new PaymentChange(payment, events, entries);
    }

    ChangeBuilder beginInstruction(InstructionKey key) {
        Instruction instruction = Instruction.begun(key, payment.amountOf(key.step()), at);
        setState(payment.state().withInstruction(instruction).withStage(Stage.of(key.step())));
        return addEvent(
                key.step().code() + ".instructed",
                "key",
                key.value(),
                "amount",
                instruction.amount().toString());
    }

    /** A booking is recorded once; one of what was rejected before contradicts, and changes nothing but the record. */
    ChangeBuilder recordBooked(Instruction instruction, InquiryResult.Booked booked) {
        if (instruction.isRejected()) {
            return recordContradiction(instruction, "booked as " + booked.reference());
        }
        Instruction now = instruction;
        if (!instruction.isBooked()) {
            now = instruction.booked(booked.reference(), booked.bookedAt());
            entries.addAll(PostingRules.whenBooked(payment, now));
            recordFact(now, "booked", booked.reference());
            moveOnTo(stageAfter(now.step()));
        }
        if (booked.settledAt() != null && now.settlement() == SettlementStatus.UNSETTLED) {
            entries.addAll(PostingRules.whenSettled(payment, now));
            recordFact(now.settled(booked.settledAt()), "settled", booked.reference());
        }
        return this;
    }

    /** A rejection is recorded once; one of what was booked before contradicts, and changes nothing but the record. */
    ChangeBuilder recordRejected(Instruction instruction, Reason reason) {
        if (instruction.isBooked()) {
            return recordContradiction(instruction, "rejected: " + reason.code());
        }
        if (instruction.isRejected()) {
            return this;
        }
        recordFact(instruction.rejected(reason, at), "rejected", reason.code());
        return switch (instruction.step()) {
            case COLLECTION -> end(Stage.FAILED, reason);
            case REFUND -> recordRejectedRefund(instruction);
            case TOP_UP, CONVERSION, PAYOUT, REVERSAL -> moveTo(Stage.of(instruction.step()));
        };
    }

    ChangeBuilder park(Parking parking) {
        payment.latest(parking.step())
                .filter(instruction -> !instruction.isDecided())
                .ifPresent(instruction -> setState(payment.state()
                        .withInstruction(instruction.unknown(parking.reason().detail()))));
        setState(payment.state().withParking(parking));
        return addEvent(
                "parked",
                "step",
                parking.step().code(),
                "reason",
                parking.reason().code());
    }

    ChangeBuilder recordUnwindPlan(UnwindPlan plan) {
        setState(payment.state().withUnwindPlan(plan));
        addEvent(
                "unwinding",
                "reason",
                plan.reason().code(),
                "fx_result",
                plan.fxResult().toString());
        return this;
    }

    ChangeBuilder requestCancel() {
        setState(payment.state().withCancelRequested(at));
        return addEvent("cancel_requested");
    }

    ChangeBuilder end(Stage end, Reason reason) {
        setState(payment.state().withStage(end).withReason(reason));
        return addEvent(payment.status().code(), "reason", reason.code());
    }

    ChangeBuilder recordReturn(Instruction payout, PayoutReturn back) {
        if (payout.settlement() == SettlementStatus.UNSETTLED) {
            entries.addAll(PostingRules.whenSettled(payment, payout));
        }
        entries.addAll(PostingRules.whenReturned(payment, payout, back.amount()));
        recordFact(payout.returned(back.amount()), "returned", back.reason().code());
        return moveTo(Stage.UNWINDING);
    }

    ChangeBuilder moveTo(Stage stage) {
        setState(payment.state().withStage(stage));
        return this;
    }

    /** An event with its data as names and values in turn. */
    ChangeBuilder addEvent(String type, String... data) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            named.put(data[i], data[i + 1]);
        }
        events.add(PaymentEvent.of(payment.id(), type, at, named));
        return this;
    }

    private ChangeBuilder recordContradiction(Instruction instruction, String claim) {
        return addEvent(
                instruction.step().code() + ".contradicted",
                "key",
                instruction.key().value(),
                "claim",
                claim);
    }

    private ChangeBuilder recordRejectedRefund(Instruction refund) {
        boolean first = refund.key().attempt() == 1;
        if (first) {
            entries.addAll(PostingRules.whenRefundRejected(payment, refund));
        }
        return moveTo(Stage.UNWINDING);
    }

    private void recordFact(Instruction instruction, String what, String detail) {
        setState(payment.state().withInstruction(instruction));
        addEvent(
                instruction.step().code() + "." + what, "key", instruction.key().value(), "detail", detail);
    }

    private void setState(PaymentState state) {
        payment = payment.with(state, at);
    }

    private void moveOnTo(Stage stage) {
        moveTo(stage);
        if (stage.isTerminal()) {
            addEvent(payment.status().code());
        }
    }

    private static Stage stageAfter(Step booked) {
        return switch (booked) {
            case PAYOUT -> Stage.COMPLETED;
            case REFUND -> Stage.RETURNED;
            case COLLECTION, TOP_UP, CONVERSION, REVERSAL -> Stage.of(booked);
        };
    }
}
