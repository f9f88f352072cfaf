package io.portolan.console.stuck;

import io.portolan.console.words.Outlook;
import io.portolan.console.words.Span;
import io.portolan.console.words.Steps;
import io.portolan.console.words.Tone;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Information;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a payment needs a person, since when, until when at the latest, and what that person can do.
 *
 * @param kind in a word or two: unknown, parked or overdue
 */
public record Attention(
        String kind,
        Tone tone,
        String why,
        Instant since,
        @Nullable Instant deadline,
        String action) {

    /** Empty if the payment goes its way inside the time limit, or has ended. */
    public static Optional<Attention> of(Payment payment, Instant now, Duration timeLimit) {
        Parking parking = payment.progress().parking();
        if (parking != null) {
            return Optional.of(parked(payment, parking));
        }
        return unknown(payment).or(() -> overdue(payment, now, timeLimit));
    }

    private static Attention parked(Payment payment, Parking parking) {
        Reason reason = parking.reason();
        boolean unknown = Outlook.isUnknown(payment);
        return new Attention(
                unknown ? "Unknown" : "Parked",
                unknown ? Tone.BAD : Tone.WARNING,
                "%s: %s"
                        .formatted(
                                Steps.title(parking.step()),
                                reason.detail().isBlank() ? reason.code() : reason.detail()),
                parking.since(),
                parking.deadline(),
                action(payment, parking));
    }

    private static String action(Payment payment, Parking parking) {
        if (Outlook.isUnknown(payment)) {
            return "Look for the %s on the bank\u2019s statement, then resolve it".formatted(Steps.say(parking.step()));
        }
        return switch (parking.reason().remedy()) {
            case CORRECT_PAYEE -> "Correct the payee\u2019s details and retry, or unwind";
            case REQUOTE -> "Retry at a new rate, or unwind";
            case NONE ->
                parking.step() == Step.REFUND
                        ? "Find out where the buyer can take the money, then retry"
                        : "Retry the %s, or unwind".formatted(Steps.say(parking.step()));
        };
    }

    private static Optional<Attention> unknown(Payment payment) {
        return payment.progress().instructions().stream()
                .filter(instruction -> instruction.information() == Information.UNKNOWN)
                .findFirst()
                .map(Attention::unknown);
    }

    private static Attention unknown(Instruction instruction) {
        String why = "%s: no trustworthy answer from the bank".formatted(Steps.title(instruction.step()));
        return new Attention(
                "Unknown",
                Tone.BAD,
                why,
                instruction.instructedAt(),
                null,
                "Look at the bank calls; the bank is being asked again");
    }

    private static Optional<Attention> overdue(Payment payment, Instant now, Duration timeLimit) {
        Instant limit = payment.createdAt().plus(timeLimit);
        if (payment.stage().isTerminal() || now.isBefore(limit)) {
            return Optional.empty();
        }
        String why = "Still open after %s".formatted(Span.say(timeLimit));
        return Optional.of(
                new Attention("Overdue", Tone.WARNING, why, limit, null, "Look at the bank calls and the workflow"));
    }
}
