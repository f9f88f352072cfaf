package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Usage;
import java.time.Duration;
import java.util.OptionalDouble;

/** What posting so many transactions of so many lines cost. */
public record Throughput(int transactions, long lines, Usage usage) {
    private static final double NANOS = 1e9;

    public double transactionsPerSecond() {
        return transactions * NANOS / usage.time().toNanos();
    }

    public double linesPerSecond() {
        return lines * NANOS / usage.time().toNanos();
    }

    /** Microseconds of this process's CPU for each transaction. */
    public double clientCpu() {
        return eachOf(usage.client());
    }

    /** Microseconds of the server's CPU for each transaction; empty where it cannot be seen. */
    public OptionalDouble serverCpu() {
        return usage.server().stream().mapToDouble(this::eachOf).findFirst();
    }

    private double eachOf(Duration cpu) {
        return cpu.toNanos() / 1e3 / transactions;
    }
}
