package io.portolan.console.exceptions;

import io.portolan.console.text.DurationText;
import io.portolan.console.text.MovementNames;
import io.portolan.console.text.NextSteps;
import io.portolan.console.text.Tone;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a payment needs an operator, since when, by when at the latest, and what the operator can do.
 *
 * @param kind in a word or two: what a parked payment waits for, unknown, held or overdue
 */
public record ExceptionCase(
        String kind,
        Tone tone,
        String reason,
        Instant since,
        @Nullable Instant deadline,
        String whatToDo) {

    /** Empty if the payment is in progress within the time limit, or has ended. */
    public static Optional<ExceptionCase> of(Payment payment, Instant now, Duration timeLimit) {
        Parking parking = payment.state().parking();
        if (parking != null) {
            return Optional.of(ofParked(payment, parking));
        }
        Optional<Hold> hold = Optional.ofNullable(payment.state().hold())
                .filter(_ -> !payment.stage().isTerminal());
        return ofUnknown(payment)
                .or(() -> hold.map(ExceptionCase::ofHeld))
                .or(() -> ofOverdue(payment, now, timeLimit));
    }

    private static ExceptionCase ofParked(Payment payment, Parking parking) {
        Reason reason = parking.reason();
        Hold hold = payment.state().hold();
        boolean unknown = NextSteps.isOutcomeUnknown(payment);
        return new ExceptionCase(
                kindOf(parking),
                unknown ? Tone.BAD : Tone.WARNING,
                "%s: %s%s"
                        .formatted(
                                MovementNames.title(parking.movement()),
                                reason.detail().isBlank() ? reason.code() : reason.detail(),
                                hold == null ? "" : "; held by " + hold.operator()),
                parking.parkedAt(),
                parking.until(),
                whatToDo(parking));
    }

    private static String kindOf(Parking parking) {
        return switch (parking.kind()) {
            case OUTCOME -> "Unknown";
            case REPAIR -> "Repair";
            case SHORTAGE -> "Shortage";
            case STUCK -> "Stuck";
        };
    }

    private static String whatToDo(Parking parking) {
        String movement = MovementNames.name(parking.movement());
        return switch (parking.kind()) {
            case OUTCOME -> "Look for the %s on the bank\u2019s statement, then resolve it".formatted(movement);
            case REPAIR -> "Correct the payee\u2019s details, or unwind; at the deadline it is unwound";
            case SHORTAGE ->
                "Mend what is short: at the deadline the %s is tried again, and a retry tries it at once"
                        .formatted(movement);
            case STUCK ->
                parking.movement().isCompensation()
                        ? "Find out what the %s needs, then retry it".formatted(movement)
                        : "Retry the %s, or unwind".formatted(movement);
        };
    }

    private static ExceptionCase ofHeld(Hold hold) {
        return new ExceptionCase(
                "Held",
                Tone.WARNING,
                "Held by %s: %s".formatted(hold.operator(), hold.reason()),
                hold.heldAt(),
                null,
                "Release it once the reason is gone");
    }

    private static Optional<ExceptionCase> ofUnknown(Payment payment) {
        return payment.state().instructions().stream()
                .filter(instruction -> instruction.booking() == BookingStatus.UNKNOWN)
                .findFirst()
                .map(ExceptionCase::ofUnknown);
    }

    private static ExceptionCase ofUnknown(Instruction instruction) {
        String reason = "%s: no reliable answer from the bank".formatted(MovementNames.title(instruction.kind()));
        return new ExceptionCase(
                "Unknown",
                Tone.BAD,
                reason,
                instruction.window().instructedAt(),
                null,
                "Check the bank calls; the bank is being asked again");
    }

    private static Optional<ExceptionCase> ofOverdue(Payment payment, Instant now, Duration timeLimit) {
        Instant limit = payment.createdAt().plus(timeLimit);
        if (payment.stage().isTerminal() || now.isBefore(limit)) {
            return Optional.empty();
        }
        String reason = "Still open after %s".formatted(DurationText.format(timeLimit));
        return Optional.of(new ExceptionCase(
                "Overdue", Tone.WARNING, reason, limit, null, "Check the bank calls and the workflow"));
    }
}
