package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.report.Median;
import java.util.List;
import java.util.OptionalDouble;

/** A row's rounds. Its figures are their medians. */
public record PostingResult(String title, List<Throughput> rounds) {
    public PostingResult {
        rounds = List.copyOf(rounds);
    }

    public double transactionsPerSecond() {
        return Median.of(rounds, Throughput::transactionsPerSecond);
    }

    public double linesPerSecond() {
        return Median.of(rounds, Throughput::linesPerSecond);
    }

    /** Microseconds of this process's CPU for each transaction. */
    public double clientCpu() {
        return Median.of(rounds, Throughput::clientCpu);
    }

    /** Microseconds of the server's CPU for each transaction; empty where it cannot be seen. */
    public OptionalDouble serverCpu() {
        return rounds.stream().allMatch(round -> round.serverCpu().isPresent())
                ? OptionalDouble.of(Median.of(rounds, round -> round.serverCpu().getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Both; without the server's where it cannot be seen. */
    public double cpu() {
        return Median.of(rounds, round -> round.clientCpu() + round.serverCpu().orElse(0));
    }
}
