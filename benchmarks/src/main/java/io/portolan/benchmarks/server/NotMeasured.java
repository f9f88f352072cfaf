package io.portolan.benchmarks.server;

/** A server cannot be had here, or not as durable as it must be to be measured. The message says why, in words for the table's reader. */
public final class NotMeasured extends Exception {
    private static final long serialVersionUID = 1L;

    NotMeasured(String reason) {
        super(reason);
    }
}
