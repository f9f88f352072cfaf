package io.portolan.console.actions;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.DecisionNames;
import io.portolan.console.text.MovementNames;
import io.portolan.console.text.NextSteps;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.saga.DecisionEffects;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the form for evidence says about the instruction that it is about.
 *
 * @param provableAt until when a copy could still take effect; null if that is over, so that it can be proven not executed
 */
public record EvidenceForm(
        String key,
        String movement,
        AmountText amount,
        @Nullable Timestamp provableAt,
        List<SourceChoice> sources) {

    /** A source as the form offers it. */
    public record SourceChoice(String code, String label) {}

    /** Empty if no outcome is unknown. */
    public static Optional<EvidenceForm> of(Payment payment, Instant now) {
        Parking parking = payment.state().parking();
        InstructionKey key = parking == null ? null : parking.instruction();
        return key == null || !NextSteps.isOutcomeUnknown(payment)
                ? Optional.empty()
                : Optional.of(of(payment, payment.instruction(key), now));
    }

    private static EvidenceForm of(Payment payment, Instruction instruction, Instant now) {
        Instant provableAt = DecisionEffects.provableAt(instruction);
        return new EvidenceForm(
                instruction.key().value(),
                MovementNames.title(payment, instruction.key()),
                AmountText.of(instruction.amount()),
                now.isBefore(provableAt) ? new Timestamp(provableAt, now) : null,
                Arrays.stream(Evidence.Source.values())
                        .map(source -> new SourceChoice(source.name(), DecisionNames.title(source)))
                        .toList());
    }
}
