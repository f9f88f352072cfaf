package io.portolan.domain.payment;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.Step;
import io.portolan.domain.ledger.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link Change} in the making: the payment as it will be, with the events and entries gathered on the way. */
final class Draft {
    private final Instant at;
    private final List<PaymentEvent> events = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private Payment payment;

    private Draft(Payment payment, Instant at) {
        this.payment = payment;
        this.at = at;
    }

    static Draft of(Payment payment, Instant at) {
        return new Draft(payment, at);
    }

    Change done() {
        return new Change(payment, events, entries);
    }

    Draft begin(InstructionKey key) {
        Instruction instruction = Instruction.begun(key, payment.amountOf(key.step()), at);
        progress(payment.progress().with(instruction).at(Stage.of(key.step())));
        return event(
                key.step().word() + ".instructed",
                "key",
                key.value(),
                "amount",
                instruction.amount().toString());
    }

    /** A booking is recorded once; one of what was rejected before contradicts, and changes nothing but the record. */
    Draft foundBooked(Instruction instruction, Finding.Booked booked) {
        if (instruction.isRejected()) {
            return contradicted(instruction, "booked as " + booked.reference());
        }
        Instruction now = instruction;
        if (!instruction.isBooked()) {
            now = instruction.booked(booked.reference(), booked.bookedAt());
            entries.addAll(Bookings.whenBooked(payment, now));
            record(now, "booked", booked.reference());
            reached(stageAfter(now.step()));
        }
        if (booked.settledAt() != null && now.funds() == Funds.UNSETTLED) {
            entries.addAll(Bookings.whenSettled(payment, now));
            record(now.settled(booked.settledAt()), "settled", booked.reference());
        }
        return this;
    }

    /** A refusal is recorded once; one of what was booked before contradicts, and changes nothing but the record. */
    Draft foundRefused(Instruction instruction, Reason reason) {
        if (instruction.isBooked()) {
            return contradicted(instruction, "refused: " + reason.code());
        }
        if (instruction.isRejected()) {
            return this;
        }
        record(instruction.rejected(reason, at), "rejected", reason.code());
        return switch (instruction.step()) {
            case COLLECTION -> ended(Stage.FAILED, reason);
            case REFUND -> refundRefused(instruction);
            case TOP_UP, CONVERSION, PAYOUT, REVERSAL -> stage(Stage.of(instruction.step()));
        };
    }

    Draft parked(Parking parking) {
        payment.latest(parking.step())
                .filter(instruction -> !instruction.isDecided())
                .ifPresent(instruction -> progress(payment.progress()
                        .with(instruction.unknown(parking.reason().detail()))));
        progress(payment.progress().parked(parking));
        return event(
                "parked",
                "step",
                parking.step().word(),
                "reason",
                parking.reason().code());
    }

    Draft unwinding(UnwindPlan plan) {
        progress(payment.progress().planned(plan));
        event(
                "unwinding",
                "reason",
                plan.reason().code(),
                "fx_result",
                plan.fxResult().toString());
        return this;
    }

    Draft cancelRequested() {
        progress(payment.progress().cancelRequested(at));
        return event("cancel_requested");
    }

    Draft ended(Stage end, Reason reason) {
        progress(payment.progress().at(end).because(reason));
        return event(payment.status().word(), "reason", reason.code());
    }

    Draft returned(Instruction payout, PayoutReturn back) {
        if (payout.funds() == Funds.UNSETTLED) {
            entries.addAll(Bookings.whenSettled(payment, payout));
        }
        entries.addAll(Bookings.whenReturned(payment, payout, back.amount()));
        record(payout.returned(back.amount()), "returned", back.reason().code());
        return stage(Stage.UNWINDING);
    }

    Draft stage(Stage stage) {
        progress(payment.progress().at(stage));
        return this;
    }

    /** An event with its data as names and values in turn. */
    Draft event(String type, String... data) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            named.put(data[i], data[i + 1]);
        }
        events.add(PaymentEvent.of(payment.id(), type, at, named));
        return this;
    }

    private Draft contradicted(Instruction instruction, String claim) {
        return event(
                instruction.step().word() + ".contradicted",
                "key",
                instruction.key().value(),
                "claim",
                claim);
    }

    private Draft refundRefused(Instruction refund) {
        boolean first = refund.key().attempt() == 1;
        if (first) {
            entries.addAll(Bookings.whenRefundRefused(payment, refund));
        }
        return stage(Stage.UNWINDING);
    }

    private void record(Instruction instruction, String what, String detail) {
        progress(payment.progress().with(instruction));
        event(instruction.step().word() + "." + what, "key", instruction.key().value(), "detail", detail);
    }

    private void progress(Progress progress) {
        payment = payment.with(progress, at);
    }

    private void reached(Stage stage) {
        stage(stage);
        if (stage.isTerminal()) {
            event(payment.status().word());
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
