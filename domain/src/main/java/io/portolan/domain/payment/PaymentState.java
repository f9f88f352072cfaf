package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a payment has come. {@code parking} is set exactly in {@link Stage#PARKED}; {@code reason} says why it deviated; plans are in the order of their numbers,
 * instructions in that of their beginning, refunds in that of their requests.
 *
 * @param version counts the changes that a person's decision depends on: all but settlements
 */
public record PaymentState(
        Stage stage,
        @Nullable Parking parking,
        @Nullable Hold hold,
        @Nullable Reason reason,
        List<Plan> plans,
        List<Instruction> instructions,
        List<Refund> refunds,
        @Nullable Instant cancelRequestedAt,
        int version) {
    public PaymentState {
        plans = List.copyOf(plans);
        instructions = List.copyOf(instructions);
        refunds = List.copyOf(refunds);
        if ((stage == Stage.PARKED) != (parking != null)) {
            throw new IllegalArgumentException("a payment is parked exactly when it has a parking");
        }
    }

    static PaymentState initial() {
        return new PaymentState(Stage.ACCEPTED, null, null, null, List.of(), List.of(), List.of(), null, 0);
    }

    /** The instruction takes the place of the one with its key, or goes last. */
    PaymentState withInstruction(Instruction changed) {
        List<Instruction> all = new ArrayList<>(instructions);
        all.replaceAll(each -> each.key().equals(changed.key()) ? changed : each);
        if (!all.contains(changed)) {
            all.add(changed);
        }
        return new PaymentState(stage, parking, hold, reason, plans, all, refunds, cancelRequestedAt, version);
    }

    /** The plan takes the place of the one with its number, or goes last. */
    PaymentState withPlan(Plan changed) {
        List<Plan> all = new ArrayList<>(plans);
        all.replaceAll(each -> each.number() == changed.number() ? changed : each);
        if (!all.contains(changed)) {
            all.add(changed);
        }
        return new PaymentState(stage, parking, hold, reason, all, instructions, refunds, cancelRequestedAt, version);
    }

    PaymentState withRefund(Refund added) {
        List<Refund> all = new ArrayList<>(refunds);
        all.add(added);
        return new PaymentState(stage, parking, hold, reason, plans, instructions, all, cancelRequestedAt, version);
    }

    /** Not parked any more. */
    PaymentState withStage(Stage next) {
        return new PaymentState(next, null, hold, reason, plans, instructions, refunds, cancelRequestedAt, version);
    }

    PaymentState withParking(Parking why) {
        return new PaymentState(
                Stage.PARKED, why, hold, reason, plans, instructions, refunds, cancelRequestedAt, version);
    }

    PaymentState withHold(@Nullable Hold held) {
        return new PaymentState(stage, parking, held, reason, plans, instructions, refunds, cancelRequestedAt, version);
    }

    PaymentState withReason(@Nullable Reason why) {
        return new PaymentState(stage, parking, hold, why, plans, instructions, refunds, cancelRequestedAt, version);
    }

    PaymentState withCancelRequested(Instant at) {
        return new PaymentState(stage, parking, hold, reason, plans, instructions, refunds, at, version);
    }

    PaymentState withNextVersion() {
        return new PaymentState(
                stage, parking, hold, reason, plans, instructions, refunds, cancelRequestedAt, version + 1);
    }
}
