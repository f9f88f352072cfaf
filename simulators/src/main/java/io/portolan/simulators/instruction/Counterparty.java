package io.portolan.simulators.instruction;

/** One of the three that Portolan talks to, with the letter that its references begin with. */
public enum Counterparty {
    DOMESTIC_BANK("B"),
    INTERNATIONAL_BANK("D"),
    DEALER("T");

    private final String prefix;

    Counterparty(String prefix) {
        this.prefix = prefix;
    }

    /** The counterparty's own reference for what it stored under this number. */
    public String reference(long number) {
        return "%s%011d".formatted(prefix, number);
    }
}
