package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.report.Figures;
import io.portolan.benchmarks.report.Table;
import io.portolan.benchmarks.report.Target;
import io.portolan.benchmarks.report.Target.Limit;
import java.util.List;

/** How long reads of balances at instants took, in microseconds, by the size of the book, ascending; and how fast a book was verified. */
public record ReadingReport(List<ReadTimes> reads, List<AuditResult> audits) {
    public ReadingReport {
        reads = List.copyOf(reads);
        audits = List.copyOf(audits);
    }

    /** Of one book. */
    public record ReadTimes(long postings, double median, double p99) {
        static ReadTimes of(InstantReads measured) {
            return new ReadTimes(measured.postings(), measured.micros(0.5), measured.micros(0.99));
        }
    }

    /** The targets of reading. */
    public List<Target> targets() {
        ReadTimes smallest = reads.getFirst();
        ReadTimes largest = reads.getLast();
        String what = "read at an instant, p99 at %s postings / at %s"
                .formatted(Figures.whole(largest.postings()), Figures.whole(smallest.postings()));
        return List.of(
                new Target(what, Limit.AT_MOST, 2, largest.p99() / smallest.p99()),
                new Target(
                        "verification by replay, postings/s",
                        Limit.AT_LEAST,
                        100_000,
                        audits.getFirst().postingsPerSecond()));
    }

    /** For people. */
    @Override
    public String toString() {
        Table table = new Table("balance at an instant", "p50 us", "p99 us", "x smallest p99");
        for (ReadTimes read : reads) {
            table.row(
                    Figures.whole(read.postings()) + " postings",
                    Figures.tenths(read.median()),
                    Figures.tenths(read.p99()),
                    Figures.hundredths(read.p99() / reads.getFirst().p99()));
        }
        return table + "\n" + auditTable();
    }

    private Table auditTable() {
        Table table = new Table("verification", "postings", "postings/s", "client CPU s");
        for (AuditResult audit : audits) {
            table.row(
                    audit.title(),
                    Figures.whole(audit.postings()),
                    Figures.whole(audit.postingsPerSecond()),
                    Figures.tenths(audit.clientCpuSeconds()));
        }
        return table;
    }
}
