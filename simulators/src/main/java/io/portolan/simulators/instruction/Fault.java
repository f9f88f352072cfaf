package io.portolan.simulators.instruction;

/** How a counterparty misbehaves with an instruction that it executes all the same. */
public enum Fault {
    NONE,
    SLOW,
    VERY_SLOW,
    RESPONSE_LOST,
    EARLY_CALLBACK,
    TRIPLE_CALLBACK,
    GIBBERISH,
    SERVER_ERROR,
    CONTRADICTORY_CALLBACK,
    /** Slow, and inquiries are answered as if it did not exist until it is booked. */
    HIDDEN_UNTIL_BOOKED,
    /** Settled, and later reported as rejected, although the money does not come back. */
    REPORTED_REJECTED_LATER,
    RETURNED_LESS_PERCENTAGE,
    RETURNED_LESS_FLAT_FEE,
    RETURNED_TWICE,
    RETURNED_FOR_WRONG_ACCOUNT
}
