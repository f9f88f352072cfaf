package io.portolan.console.payment;

import io.portolan.console.text.MovementNames;
import io.portolan.domain.ids.Leg;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One leg with every attempt of its movements, forward and compensating, of whatever plan, oldest first. */
record LegView(String title, List<InstructionView> attempts) {

    static List<LegView> of(Payment payment, Instant now) {
        return Arrays.stream(Leg.values()).map(leg -> of(leg, payment, now)).toList();
    }

    private static LegView of(Leg leg, Payment payment, Instant now) {
        List<InstructionView> attempts = payment.state().instructions().stream()
                .filter(instruction -> instruction.kind().leg() == leg)
                .map(instruction -> InstructionView.of(payment, instruction, now))
                .toList();
        return new LegView(MovementNames.title(leg), attempts);
    }
}
