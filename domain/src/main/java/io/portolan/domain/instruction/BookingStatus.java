package io.portolan.domain.instruction;

/** What the bank says of an instruction (信息流). */
public enum BookingStatus {
    /** The key is fixed; it may have been sent. */
    INSTRUCTED,
    BOOKED,
    REJECTED,
    /** The answer window closed without a trustworthy answer: the money may have moved. */
    UNKNOWN
}
