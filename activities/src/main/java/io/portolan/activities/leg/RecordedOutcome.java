package io.portolan.activities.leg;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Payment;
import java.util.Objects;

/** How a movement ended, read off what is recorded of its instruction. */
final class RecordedOutcome {
    private static final Reason CAME_BACK = Reason.of("payout_returned", "the bank returned the money");

    private RecordedOutcome() {}

    static MovementOutcome of(Payment payment, Instruction instruction, String uncertainty) {
        return switch (instruction.booking()) {
            case BOOKED ->
                instruction.settlement() == SettlementStatus.RETURNED
                        ? new MovementOutcome.Rejected(CAME_BACK)
                        : new MovementOutcome.Booked(Objects.requireNonNull(instruction.bankReference()));
            case REJECTED -> new MovementOutcome.Rejected(rejection(payment, instruction));
            case INSTRUCTED, UNKNOWN -> new MovementOutcome.Unknown(uncertainty);
        };
    }

    /** Once a payment is being unwound, nothing remedies a step forward any more. */
    private static Reason rejection(Payment payment, Instruction instruction) {
        Reason reason = Objects.requireNonNull(instruction.rejection());
        boolean tooLate =
                payment.state().unwindPlan() != null && !instruction.step().isCompensation();
        return tooLate ? Reason.of(reason.code(), reason.detail()) : reason;
    }
}
