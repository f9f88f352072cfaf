package io.portolan.simulators.wire;

/** A message that breaks the contract; nothing of it was stored. */
public final class MalformedMessage extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    public MalformedMessage(String reason) {
        super(reason);
        this.reason = reason;
    }

    public MalformedMessage(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** What is wrong, worded for the sender. */
    public String reason() {
        return reason;
    }
}
