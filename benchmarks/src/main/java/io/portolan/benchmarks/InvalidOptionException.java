package io.portolan.benchmarks;

/** The command line asks for something that there is not. */
final class InvalidOptionException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidOptionException(String message) {
        super(message);
    }
}
