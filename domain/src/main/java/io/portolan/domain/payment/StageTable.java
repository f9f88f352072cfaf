package io.portolan.domain.payment;

import java.util.EnumMap;
import java.util.Map;

/**
 * The one table of transitions: in which stage a payment is after a fact. What is not in it cannot happen. The diagram in docs/domain.md is made from it.
 */
public final class StageTable {
    private static final Map<Stage, Map<Fact, Stage>> TABLE = new EnumMap<>(Stage.class);

    static {
        forward(Stage.ACCEPTED);
        forward(Stage.COLLECTING);
        forward(Stage.CONVERTING);
        forward(Stage.PAYING_OUT);
        at(Stage.ACCEPTED, Fact.CANCELLED, Stage.CANCELLED);
        at(Stage.ACCEPTED, Fact.FAILED, Stage.FAILED);
        at(Stage.COLLECTING, Fact.FAILED, Stage.FAILED);
        at(Stage.COLLECTING, Fact.CANCELLED, Stage.CANCELLED);
        at(Stage.PAYING_OUT, Fact.PAID_OUT, Stage.COMPLETED);
        backward(Stage.UNWINDING);
        forward(Stage.PARKED);
        backward(Stage.PARKED);
        at(Stage.PARKED, Fact.PARKED, Stage.PARKED);
        at(Stage.PARKED, Fact.PAID_OUT, Stage.COMPLETED);
        at(Stage.PARKED, Fact.FAILED, Stage.FAILED);
        at(Stage.PARKED, Fact.CANCELLED, Stage.CANCELLED);
        at(Stage.PARKED, Fact.RETURNED_BY_BANK, Stage.PARKED);
        at(Stage.PAYING_OUT, Fact.RETURNED_BY_BANK, Stage.PAYING_OUT);
        at(Stage.UNWINDING, Fact.RETURNED_BY_BANK, Stage.UNWINDING);
        at(Stage.COMPLETED, Fact.RETURNED_BY_BANK, Stage.PAYING_OUT);
        at(Stage.RETURNED, Fact.RETURNED_BY_BANK, Stage.PAYING_OUT);
        at(Stage.COMPLETED, Fact.REFUND_PLANNED, Stage.UNWINDING);
        at(Stage.FAILED, Fact.COLLECTION_OPEN, Stage.COLLECTING);
    }

    private StageTable() {}

    private static void forward(Stage from) {
        at(from, Fact.COLLECTION_OPEN, Stage.COLLECTING);
        at(from, Fact.CONVERSION_OPEN, Stage.CONVERTING);
        at(from, Fact.PAYOUT_OPEN, Stage.PAYING_OUT);
        at(from, Fact.UNWIND_PLANNED, Stage.UNWINDING);
        at(from, Fact.PARKED, Stage.PARKED);
    }

    private static void backward(Stage from) {
        at(from, Fact.COMPENSATION_OPEN, Stage.UNWINDING);
        at(from, Fact.UNWIND_PLANNED, Stage.UNWINDING);
        at(from, Fact.REFUND_PLANNED, Stage.UNWINDING);
        at(from, Fact.PARKED, Stage.PARKED);
        at(from, Fact.REFUNDED_IN_PART, Stage.COMPLETED);
        at(from, Fact.REFUNDED, Stage.RETURNED);
        at(from, Fact.PAYOUT_OPEN, Stage.PAYING_OUT);
    }

    private static void at(Stage from, Fact fact, Stage to) {
        TABLE.computeIfAbsent(from, _ -> new EnumMap<>(Fact.class)).put(fact, to);
    }

    /** Whether the fact can happen in this stage. */
    public static boolean allows(Stage from, Fact fact) {
        return TABLE.getOrDefault(from, Map.of()).containsKey(fact);
    }

    /** @throws IllegalStateException if the fact cannot happen in this stage: a fault of ours */
    public static Stage after(Stage from, Fact fact) {
        Stage to = TABLE.getOrDefault(from, Map.of()).get(fact);
        if (to == null) {
            throw new IllegalStateException(fact + " cannot happen in " + from);
        }
        return to;
    }
}
