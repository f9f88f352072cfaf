package io.portolan.simulators;

/** Says which option cannot be understood, in words for whoever typed it. */
final class InvalidOption extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    InvalidOption(String why) {
        super(why);
        this.reason = why;
    }

    String reason() {
        return reason;
    }
}
