package io.portolan.simulators.instruction;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.money.Money;
import java.time.Instant;

/** An instruction that is stored: from now on it is never forgotten. */
public record Instruction(long number, InstructionRequest request, Fault fault, Instant receivedAt, State state) {

    public String key() {
        return request.key();
    }

    /** The counterparty's own reference. */
    public String reference() {
        return request.kind().counterparty().reference(number);
    }

    /** The movement of an instruction that has only one, and of a trade what is sold. */
    public AccountTransfer transfer() {
        return request.transfers().getFirst();
    }

    public Money money() {
        return transfer().money();
    }

    public Instruction withState(State other) {
        return new Instruction(number, request, fault, receivedAt, other);
    }
}
