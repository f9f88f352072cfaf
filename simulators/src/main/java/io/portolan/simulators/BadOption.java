package io.portolan.simulators;

/** Says which option cannot be understood, in words for whoever typed it. */
final class BadOption extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    BadOption(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
