package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.report.Median;
import io.portolan.benchmarks.server.ResourceUsage;
import java.util.List;

/** How fast one way of verification went through a book, and what CPU it took. Its figures are medians of the rounds. */
public record AuditResult(String title, long postings, List<ResourceUsage> rounds) {
    public AuditResult {
        rounds = List.copyOf(rounds);
    }

    public double postingsPerSecond() {
        return Median.of(rounds, round -> postings * 1e9 / round.time().toNanos());
    }

    /** Seconds of this process's CPU. */
    public double clientCpuSeconds() {
        return Median.of(rounds, round -> round.client().toNanos() / 1e9);
    }
}
