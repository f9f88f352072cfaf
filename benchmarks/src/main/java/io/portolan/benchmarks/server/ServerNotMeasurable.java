package io.portolan.benchmarks.server;

/** A server cannot be had here, or not as durable as it must be to be measured. The message says why, in words for the table's reader. */
public final class ServerNotMeasurable extends Exception {
    private static final long serialVersionUID = 1L;

    ServerNotMeasurable(String reason) {
        super(reason);
    }
}
