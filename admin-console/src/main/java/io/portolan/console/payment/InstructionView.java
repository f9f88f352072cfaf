package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.DurationText;
import io.portolan.console.text.MovementNames;
import io.portolan.console.text.ReasonText;
import io.portolan.console.text.Timestamp;
import io.portolan.console.text.Tone;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.instruction.Answer;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a movement: its key and window, what was said of it, by whom and when, what has settled and when, and the gap between the two.
 *
 * @param witness whose word the answer is; empty while there is none
 * @param settlementGap how long the settlement took, or has been outstanding; empty where nothing is to settle
 * @param note the bank's reference, its reason, or why nobody knows
 */
record InstructionView(
        String title,
        String key,
        boolean isCompensation,
        AmountText amount,
        Window window,
        Badge bookingStatus,
        @Nullable Timestamp decidedAt,
        String duration,
        String witness,
        Badge settlementStatus,
        @Nullable Timestamp settledAt,
        String settlementGap,
        String note) {

    /** The times that were fixed before it was sent. */
    record Window(Timestamp instructedAt, Timestamp sendUntil, Timestamp honouredUntil, Timestamp awaitedUntil) {}

    static InstructionView of(Payment payment, Instruction instruction, Instant now) {
        Answer answer = instruction.answer();
        Instant decidedAt = answer.decidedAt();
        Instant instructedAt = instruction.window().instructedAt();
        return new InstructionView(
                MovementNames.title(payment, instruction.key()),
                instruction.key().value(),
                instruction.kind().isCompensation(),
                AmountText.of(instruction.amount()),
                windowOf(instruction, now),
                Badge.of(instruction.booking()),
                timestamp(decidedAt, now),
                decidedAt == null ? "" : DurationText.format(Duration.between(instructedAt, decidedAt)),
                instruction.isDecided() ? wordOf(answer.witness()) : "",
                settlementStatus(instruction),
                timestamp(instruction.funds().settledAt(), now),
                settlementGap(instruction, now),
                note(instruction));
    }

    private static Window windowOf(Instruction instruction, Instant now) {
        return new Window(
                new Timestamp(instruction.window().instructedAt(), now),
                new Timestamp(instruction.window().sendUntil(), now),
                new Timestamp(instruction.window().honouredUntil(), now),
                new Timestamp(instruction.window().awaitedUntil(), now));
    }

    private static String wordOf(Answer.Witness witness) {
        return switch (witness) {
            case BANK -> "said by the bank";
            case EVIDENCE -> "proven by evidence";
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at, Instant now) {
        return at == null ? null : new Timestamp(at, now);
    }

    /** What was rejected will not settle: nothing is on its way. */
    private static Badge settlementStatus(Instruction instruction) {
        return instruction.rejection() == null
                ? Badge.of(instruction.settlement())
                : new Badge("Nothing moved", Tone.NEUTRAL);
    }

    private static String settlementGap(Instruction instruction, Instant now) {
        Instant booked = instruction.answer().decidedAt();
        if (!instruction.isBooked() || booked == null) {
            return "";
        }
        Instant settled = instruction.funds().settledAt();
        if (settled != null) {
            return DurationText.format(Duration.between(booked, settled));
        }
        return instruction.settlement() == SettlementStatus.UNSETTLED
                ? DurationText.format(
                                Duration.ofSeconds(Duration.between(booked, now).toSeconds()))
                        + " so far"
                : "";
    }

    private static String note(Instruction instruction) {
        Reason rejection = instruction.rejection();
        if (rejection != null) {
            return ReasonText.format(rejection);
        }
        String uncertainty = instruction.answer().uncertainty();
        if (uncertainty != null) {
            return uncertainty;
        }
        StringBuilder note = new StringBuilder(Optional.ofNullable(instruction.bankReference())
                .map(text -> "Bank reference " + text)
                .orElse(""));
        if (instruction.isBooked() && !instruction.executed().equals(instruction.amount())) {
            note.append("; ").append(AmountText.format(instruction.executed())).append(" was executed");
        }
        Money returned = instruction.funds().returned();
        if (returned != null) {
            note.append("; ").append(AmountText.format(returned)).append(" was returned");
        }
        return note.toString();
    }
}
