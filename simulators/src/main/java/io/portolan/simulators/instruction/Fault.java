package io.portolan.simulators.instruction;

/** How a counterparty misbehaves with an instruction that it executes all the same. */
public enum Fault {
    NONE,
    SLOW,
    RESPONSE_LOST,
    EARLY_CALLBACK,
    TRIPLE_CALLBACK,
    GIBBERISH,
    SERVER_ERROR,
    CONTRADICTORY_CALLBACK,
    PAYOUT_RETURNED
}
