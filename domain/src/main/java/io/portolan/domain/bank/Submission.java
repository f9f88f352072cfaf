package io.portolan.domain.bank;

import java.time.Instant;

/** Whether the other side took an instruction. A lost reply is Unknown: the money may move. */
public sealed interface Submission {
    /**
     * The answer when an order may no longer be sent. It is Unknown and not Rejected, because this call sent nothing but an earlier one may have.
     */
    static Unknown notSentAfter(Instant sendUntil) {
        return new Unknown("not sent: the order could be sent only until " + sendUntil);
    }

    /** The other side has it, under this reference; nothing is booked yet. */
    record Taken(String reference) implements Submission {
        public Taken {
            if (reference.isBlank()) {
                throw new IllegalArgumentException("an instruction that was taken has a reference");
            }
        }
    }

    /** The other side said no, and moves nothing. */
    record Rejected(Reason reason) implements Submission {}

    /** No trustworthy answer. */
    record Unknown(String detail) implements Submission {}
}
