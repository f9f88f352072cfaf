package io.portolan.simulators;

/** A command line that cannot be understood; the reason is worded for the person who typed it. */
final class InvalidOption extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    InvalidOption(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
