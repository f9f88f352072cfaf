package io.portolan.console.payment;

import io.portolan.console.words.Amount;
import io.portolan.console.words.Badge;
import io.portolan.console.words.Moment;
import io.portolan.console.words.Span;
import io.portolan.console.words.Steps;
import io.portolan.console.words.Tone;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Funds;
import io.portolan.domain.payment.Instruction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one step with both flows: what the bank says and since when, what has settled and when, and the gap between the two.
 *
 * @param gap in words; empty where neither flow makes the other wait
 * @param note the bank's reference, its reason, or why nobody knows
 */
record AttemptView(
        String title,
        boolean isUndo,
        Amount amount,
        Badge information,
        Moment instructed,
        @Nullable Moment decided,
        String took,
        Badge funds,
        @Nullable Moment settled,
        String gap,
        String note) {

    static AttemptView of(Instruction instruction, Instant now) {
        Instant decidedAt = instruction.decidedAt();
        return new AttemptView(
                "%s, attempt %d"
                        .formatted(
                                Steps.title(instruction.step()),
                                instruction.key().attempt()),
                instruction.step().isUndo(),
                Amount.of(instruction.amount()),
                Badge.of(instruction.information()),
                new Moment(instruction.instructedAt(), now),
                moment(decidedAt, now),
                decidedAt == null ? "" : Span.say(Duration.between(instruction.instructedAt(), decidedAt)),
                funds(instruction),
                moment(instruction.settledAt(), now),
                gap(instruction, now),
                note(instruction));
    }

    private static @Nullable Moment moment(@Nullable Instant at, Instant now) {
        return at == null ? null : new Moment(at, now);
    }

    /** What was refused will not settle: nothing is on its way. */
    private static Badge funds(Instruction instruction) {
        return instruction.rejection() == null ? Badge.of(instruction.funds()) : new Badge("Nothing moved", Tone.STILL);
    }

    private static String gap(Instruction instruction, Instant now) {
        Instant booked = instruction.decidedAt();
        if (!instruction.isBooked() || booked == null) {
            return "";
        }
        Instant settled = instruction.settledAt();
        if (settled != null) {
            return Span.say(Duration.between(booked, settled));
        }
        return instruction.funds() == Funds.UNSETTLED
                ? "open for "
                        + Span.say(
                                Duration.ofSeconds(Duration.between(booked, now).toSeconds()))
                : "";
    }

    private static String note(Instruction instruction) {
        Reason rejection = instruction.rejection();
        if (rejection != null) {
            return rejection.detail().isBlank() ? rejection.code() : rejection.code() + ": " + rejection.detail();
        }
        if (instruction.uncertainty() != null) {
            return instruction.uncertainty();
        }
        String reference = Optional.ofNullable(instruction.bankReference())
                .map(text -> "Bank reference " + text)
                .orElse("");
        Money returned = instruction.returned();
        return returned == null ? reference : reference + "; " + Amount.say(returned) + " came back";
    }
}
