package io.portolan.domain.bank;

/** What we know after talking to the other side. A lost reply is Unknown: the money may have moved. */
public sealed interface LegOutcome {
    /** The other side took the instruction and gave it this reference. */
    record Accepted(String reference) implements LegOutcome {
        public Accepted {
            if (reference.isBlank()) {
                throw new IllegalArgumentException("an accepted instruction has a reference");
            }
        }
    }

    /** The other side said no, and moved nothing. */
    record Rejected(Reason reason) implements LegOutcome {}

    /** No trustworthy answer yet. */
    record Unknown(String detail) implements LegOutcome {}
}
