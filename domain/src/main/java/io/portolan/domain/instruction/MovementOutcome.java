package io.portolan.domain.instruction;

import io.portolan.domain.bank.Reason;

/** How a movement of a payment ended, as the database records it. */
public sealed interface MovementOutcome {
    /** It is known how the movement ended. */
    sealed interface Decided extends MovementOutcome {}

    /** The bank has executed it, under this reference. */
    record Booked(String reference) implements Decided {
        public Booked {
            if (reference.isBlank()) {
                throw new IllegalArgumentException("a booked movement has the bank's reference");
            }
        }
    }

    /** It was rejected, and moved nothing; or what it had moved has come back. */
    record Rejected(Reason reason) implements Decided {}

    /** Nobody on our side knows yet: the money may have moved. */
    record Unknown(String detail) implements MovementOutcome {}
}
