package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a payment has come. {@code parking} is set exactly in {@link Stage#PARKED}; {@code reason} says why it did not go the plain way;
 * {@code instructions} are in the order of their beginning.
 */
public record Progress(
        Stage stage,
        @Nullable Parking parking,
        @Nullable Reason reason,
        List<Instruction> instructions,
        @Nullable UnwindPlan plan,
        @Nullable Instant cancelRequestedAt) {
    public Progress {
        instructions = List.copyOf(instructions);
        if ((stage == Stage.PARKED) != (parking != null)) {
            throw new IllegalArgumentException("a payment is parked exactly when it has a parking");
        }
    }

    static Progress atStart() {
        return new Progress(Stage.ACCEPTED, null, null, List.of(), null, null);
    }
}
