package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.report.Median;
import io.portolan.benchmarks.server.Usage;
import java.util.List;

/** How fast one way of verification went through a book, and what CPU it took. Its figures are medians of the rounds. */
public record AuditResult(String title, long lines, List<Usage> rounds) {
    public AuditResult {
        rounds = List.copyOf(rounds);
    }

    public double linesPerSecond() {
        return Median.of(rounds, round -> lines * 1e9 / round.time().toNanos());
    }

    /** Seconds of this process's CPU. */
    public double clientCpu() {
        return Median.of(rounds, round -> round.client().toNanos() / 1e9);
    }
}
