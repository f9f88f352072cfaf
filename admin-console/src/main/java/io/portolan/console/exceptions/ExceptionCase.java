package io.portolan.console.exceptions;

import io.portolan.console.text.DurationText;
import io.portolan.console.text.NextSteps;
import io.portolan.console.text.StepNames;
import io.portolan.console.text.Tone;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a payment needs an operator, since when, by when at the latest, and what the operator can do.
 *
 * @param kind in a word or two: unknown, parked or overdue
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
        return ofUnknown(payment).or(() -> ofOverdue(payment, now, timeLimit));
    }

    private static ExceptionCase ofParked(Payment payment, Parking parking) {
        Reason reason = parking.reason();
        boolean unknown = NextSteps.isOutcomeUnknown(payment);
        return new ExceptionCase(
                unknown ? "Unknown" : "Parked",
                unknown ? Tone.BAD : Tone.WARNING,
                "%s: %s"
                        .formatted(
                                StepNames.title(parking.step()),
                                reason.detail().isBlank() ? reason.code() : reason.detail()),
                parking.parkedAt(),
                parking.deadlineAt(),
                whatToDo(payment, parking));
    }

    private static String whatToDo(Payment payment, Parking parking) {
        if (NextSteps.isOutcomeUnknown(payment)) {
            return "Look for the %s on the bank\u2019s statement, then resolve it"
                    .formatted(StepNames.name(parking.step()));
        }
        String orUnwind = payment.state().unwindPlan() == null ? ", or unwind" : "";
        return switch (parking.reason().remedy()) {
            case CORRECT_PAYEE -> "Correct the payee\u2019s details and retry" + orUnwind;
            case REQUOTE -> "Retry at a new rate" + orUnwind;
            case NONE ->
                parking.step() == Step.REFUND
                        ? "Find an account to which the buyer can be refunded, then retry"
                        : "Retry the %s".formatted(StepNames.name(parking.step())) + orUnwind;
        };
    }

    private static Optional<ExceptionCase> ofUnknown(Payment payment) {
        return payment.state().instructions().stream()
                .filter(instruction -> instruction.booking() == BookingStatus.UNKNOWN)
                .findFirst()
                .map(ExceptionCase::ofUnknown);
    }

    private static ExceptionCase ofUnknown(Instruction instruction) {
        String reason = "%s: no reliable answer from the bank".formatted(StepNames.title(instruction.step()));
        return new ExceptionCase(
                "Unknown",
                Tone.BAD,
                reason,
                instruction.instructedAt(),
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
