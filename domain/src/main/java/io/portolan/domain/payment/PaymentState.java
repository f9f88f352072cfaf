package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.plan.UnwindPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a payment has come. {@code parking} is set exactly in {@link Stage#PARKED}; {@code reason} says why it deviated;
 * {@code instructions} are in the order of their beginning.
 */
public record PaymentState(
        Stage stage,
        @Nullable Parking parking,
        @Nullable Reason reason,
        List<Instruction> instructions,
        @Nullable UnwindPlan unwindPlan,
        @Nullable Instant cancelRequestedAt) {
    public PaymentState {
        instructions = List.copyOf(instructions);
        if ((stage == Stage.PARKED) != (parking != null)) {
            throw new IllegalArgumentException("a payment is parked exactly when it has a parking");
        }
    }

    static PaymentState initial() {
        return new PaymentState(Stage.ACCEPTED, null, null, List.of(), null, null);
    }

    /** The instruction takes the place of the one with its key, or goes last. */
    PaymentState withInstruction(Instruction changed) {
        List<Instruction> all = new ArrayList<>(instructions);
        all.replaceAll(each -> each.key().equals(changed.key()) ? changed : each);
        if (!all.contains(changed)) {
            all.add(changed);
        }
        return new PaymentState(stage, parking, reason, all, unwindPlan, cancelRequestedAt);
    }

    PaymentState withStage(Stage next) {
        return new PaymentState(next, null, reason, instructions, unwindPlan, cancelRequestedAt);
    }

    PaymentState withReason(Reason why) {
        return new PaymentState(stage, parking, why, instructions, unwindPlan, cancelRequestedAt);
    }

    PaymentState withParking(Parking why) {
        return new PaymentState(Stage.PARKED, why, reason, instructions, unwindPlan, cancelRequestedAt);
    }

    PaymentState withUnwindPlan(UnwindPlan priced) {
        return new PaymentState(Stage.UNWINDING, null, priced.reason(), instructions, priced, cancelRequestedAt);
    }

    PaymentState withCancelRequested(Instant at) {
        return new PaymentState(stage, parking, reason, instructions, unwindPlan, at);
    }
}
