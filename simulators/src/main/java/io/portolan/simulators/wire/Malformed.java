package io.portolan.simulators.wire;

/** Says that a message breaks the contract, so that it was neither understood nor stored. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String why;

    public Malformed(String why) {
        super(why);
        this.why = why;
    }

    public Malformed(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    /** What is wrong, in words that the sender may read. */
    public String why() {
        return why;
    }
}
