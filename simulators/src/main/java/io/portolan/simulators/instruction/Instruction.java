package io.portolan.simulators.instruction;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.money.Money;
import java.time.Instant;

/** A stored instruction, which is never deleted. */
public record Instruction(long number, InstructionRequest request, Fault fault, Instant receivedAt, State state) {

    public String key() {
        return request.key();
    }

    /** The counterparty's own reference. */
    public String reference() {
        return request.kind().counterparty().reference(number);
    }

    /** The only transfer of an instruction; of a trade, the transfer of what is sold. */
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
