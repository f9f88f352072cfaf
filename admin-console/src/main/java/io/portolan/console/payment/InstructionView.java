package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.DurationText;
import io.portolan.console.text.ReasonText;
import io.portolan.console.text.StepNames;
import io.portolan.console.text.Timestamp;
import io.portolan.console.text.Tone;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a step: what the bank has reported and when, what has settled and when, and the gap between the two.
 *
 * @param settlementGap how long the settlement took, or has been outstanding; empty where nothing is to settle
 * @param note the bank's reference, its reason, or why nobody knows
 */
record InstructionView(
        String title,
        boolean isCompensation,
        AmountText amount,
        Badge bookingStatus,
        Timestamp instructedAt,
        @Nullable Timestamp decidedAt,
        String duration,
        Badge settlementStatus,
        @Nullable Timestamp settledAt,
        String settlementGap,
        String note) {

    static InstructionView of(Instruction instruction, Instant now) {
        Instant decidedAt = instruction.decidedAt();
        return new InstructionView(
                StepNames.title(instruction.key()),
                instruction.step().isCompensation(),
                AmountText.of(instruction.amount()),
                Badge.of(instruction.booking()),
                new Timestamp(instruction.instructedAt(), now),
                timestamp(decidedAt, now),
                decidedAt == null ? "" : DurationText.format(Duration.between(instruction.instructedAt(), decidedAt)),
                settlementStatus(instruction),
                timestamp(instruction.settledAt(), now),
                settlementGap(instruction, now),
                note(instruction));
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
        Instant booked = instruction.decidedAt();
        if (!instruction.isBooked() || booked == null) {
            return "";
        }
        Instant settled = instruction.settledAt();
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
        if (instruction.uncertainty() != null) {
            return instruction.uncertainty();
        }
        String reference = Optional.ofNullable(instruction.bankReference())
                .map(text -> "Bank reference " + text)
                .orElse("");
        Money returned = instruction.returned();
        return returned == null ? reference : reference + "; " + AmountText.format(returned) + " was returned";
    }
}
