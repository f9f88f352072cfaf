package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import java.time.Instant;
import java.util.ArrayList;
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

    /** The instruction takes the place of the one with its key, or goes last. */
    Progress with(Instruction changed) {
        List<Instruction> all = new ArrayList<>(instructions);
        all.replaceAll(each -> each.key().equals(changed.key()) ? changed : each);
        if (!all.contains(changed)) {
            all.add(changed);
        }
        return new Progress(stage, parking, reason, all, plan, cancelRequestedAt);
    }

    Progress at(Stage next) {
        return new Progress(next, null, reason, instructions, plan, cancelRequestedAt);
    }

    Progress because(Reason why) {
        return new Progress(stage, parking, why, instructions, plan, cancelRequestedAt);
    }

    Progress parked(Parking why) {
        return new Progress(Stage.PARKED, why, reason, instructions, plan, cancelRequestedAt);
    }

    Progress planned(UnwindPlan priced) {
        return new Progress(Stage.UNWINDING, null, priced.reason(), instructions, priced, cancelRequestedAt);
    }

    Progress cancelRequested(Instant at) {
        return new Progress(stage, parking, reason, instructions, plan, at);
    }
}
