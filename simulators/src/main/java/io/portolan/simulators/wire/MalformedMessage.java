package io.portolan.simulators.wire;

/** Says that a message breaks the contract, so that it was neither understood nor stored. */
public final class MalformedMessage extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    public MalformedMessage(String why) {
        super(why);
        this.reason = why;
    }

    public MalformedMessage(String why, Throwable cause) {
        super(why, cause);
        this.reason = why;
    }

    /** What is wrong, in words that the sender may read. */
    public String reason() {
        return reason;
    }
}
