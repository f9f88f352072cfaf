package io.portolan.simulators.instruction;

import io.portolan.simulators.account.Movement;
import io.portolan.simulators.money.Money;
import java.time.Instant;

/** An instruction that is stored: from now on it is never forgotten. */
public record Instruction(long number, Draft draft, Quirk quirk, Instant receivedAt, State state) {

    public String key() {
        return draft.key();
    }

    /** The counterparty's own reference. */
    public String reference() {
        return draft.kind().counterparty().reference(number);
    }

    /** The movement of an instruction that has only one, and of a trade what is sold. */
    public Movement movement() {
        return draft.movements().getFirst();
    }

    public Money money() {
        return movement().money();
    }

    public Instruction in(State other) {
        return new Instruction(number, draft, quirk, receivedAt, other);
    }
}
