package io.portolan.activities.leg;

import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.payment.Funds;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import java.util.Objects;

/** What the database knows of an instruction, as an outcome. */
final class Outcomes {
    private static final Reason CAME_BACK = Reason.of("payout_returned", "the bank returned the money");

    private Outcomes() {}

    static LegOutcome of(Payment payment, Instruction instruction, String uncertainty) {
        return switch (instruction.information()) {
            case BOOKED ->
                instruction.funds() == Funds.RETURNED
                        ? new LegOutcome.Rejected(CAME_BACK)
                        : new LegOutcome.Accepted(Objects.requireNonNull(instruction.bankReference()));
            case REJECTED -> new LegOutcome.Rejected(rejection(payment, instruction));
            case INSTRUCTED, UNKNOWN -> new LegOutcome.Unknown(uncertainty);
        };
    }

    /** Once a payment turns back, nothing remedies a step forward any more. */
    private static Reason rejection(Payment payment, Instruction instruction) {
        Reason reason = Objects.requireNonNull(instruction.rejection());
        boolean tooLate =
                payment.progress().plan() != null && !instruction.step().isUndo();
        return tooLate ? Reason.of(reason.code(), reason.detail()) : reason;
    }
}
