package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.report.Median;
import java.util.List;
import java.util.OptionalDouble;

/** The rounds of one variant. Its figures are their medians. */
public record PostingResult(String title, List<Throughput> rounds) {
    public PostingResult {
        rounds = List.copyOf(rounds);
    }

    public double transactionsPerSecond() {
        return Median.of(rounds, Throughput::transactionsPerSecond);
    }

    public double postingsPerSecond() {
        return Median.of(rounds, Throughput::postingsPerSecond);
    }

    /** Microseconds of this process's CPU for each transaction. */
    public double clientCpuMicros() {
        return Median.of(rounds, Throughput::clientCpuMicros);
    }

    /** Microseconds of the server's CPU for each transaction; empty where it cannot be seen. */
    public OptionalDouble serverCpuMicros() {
        return rounds.stream().allMatch(round -> round.serverCpuMicros().isPresent())
                ? OptionalDouble.of(
                        Median.of(rounds, round -> round.serverCpuMicros().getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Both; without the server's where it cannot be seen. */
    public double cpuMicros() {
        return Median.of(
                rounds,
                round -> round.clientCpuMicros() + round.serverCpuMicros().orElse(0));
    }
}
