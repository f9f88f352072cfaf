package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.ResourceUsage;
import java.time.Duration;
import java.util.OptionalDouble;

/** The cost of so many transactions with so many postings. */
public record Throughput(int transactions, long postings, ResourceUsage usage) {
    private static final double NANOS = 1e9;

    public double transactionsPerSecond() {
        return transactions * NANOS / usage.time().toNanos();
    }

    public double postingsPerSecond() {
        return postings * NANOS / usage.time().toNanos();
    }

    /** Microseconds of this process's CPU for each transaction. */
    public double clientCpuMicros() {
        return eachOf(usage.client());
    }

    /** Microseconds of the server's CPU for each transaction; empty where it cannot be seen. */
    public OptionalDouble serverCpuMicros() {
        return usage.server().stream().mapToDouble(this::eachOf).findFirst();
    }

    private double eachOf(Duration cpu) {
        return cpu.toNanos() / 1e3 / transactions;
    }
}
