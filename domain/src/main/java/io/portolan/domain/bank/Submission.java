package io.portolan.domain.bank;

/** Whether the other side took an instruction. A lost reply is Unknown: the money may move. */
public sealed interface Submission {
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
