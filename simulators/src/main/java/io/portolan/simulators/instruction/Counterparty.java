package io.portolan.simulators.instruction;

/** One of those that Portolan calls, with the prefix of its references. */
public enum Counterparty {
    DOMESTIC_BANK("B"),
    INTERNATIONAL_BANK("D"),
    DEALER("T"),
    SECOND_DEALER("U");

    private final String prefix;

    Counterparty(String prefix) {
        this.prefix = prefix;
    }

    /** The counterparty's own reference of the instruction with this number. */
    public String reference(long number) {
        return "%s%011d".formatted(prefix, number);
    }
}
