package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.ResourceUsage;
import io.portolan.benchmarks.server.Server;
import io.portolan.db.audit.JooqBookAudit;
import io.portolan.domain.ledger.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Verifies a book in both ways, in turns. A book that does not verify is not measured. */
final class AuditRuns {
    private final Meter meter;
    private final FilledBook book;
    private final List<ResourceUsage> byReplay = new ArrayList<>();
    private final List<ResourceUsage> bySql = new ArrayList<>();

    AuditRuns(Server server, FilledBook book) {
        this.meter = new Meter(server);
        this.book = book;
    }

    /** @throws IllegalStateException if either way finds something wrong */
    void runRound() throws Exception {
        JooqBookAudit audit = new JooqBookAudit(book.database().transactions());
        byReplay.add(measure(audit::byReplay));
        bySql.add(measure(audit::bySql));
    }

    List<AuditResult> results() {
        return List.of(
                new AuditResult("replay of the events", book.postings(), byReplay),
                new AuditResult("SQL only", book.postings(), bySql));
    }

    private ResourceUsage measure(Supplier<AuditReport> audit) throws Exception {
        return meter.measure(() -> {
            AuditReport report = audit.get();
            if (!report.isClean() || report.postings() < book.postings()) {
                throw new IllegalStateException("the book of the benchmark does not verify: " + report);
            }
        });
    }
}
