package io.portolan.benchmarks;

/** The command line asks for something that there is not. */
final class BadOption extends Exception {
    private static final long serialVersionUID = 1L;

    BadOption(String message) {
        super(message);
    }
}
