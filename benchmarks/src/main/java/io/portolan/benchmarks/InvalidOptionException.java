package io.portolan.benchmarks;

/** The command line has an option or a value that does not exist. */
final class InvalidOptionException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidOptionException(String message) {
        super(message);
    }
}
