package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.ResourceUsage;
import io.portolan.benchmarks.server.Server;
import io.portolan.db.audit.BookAudit;
import io.portolan.ledger.audit.report.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Verifies a whole book by its two ways in turns. A book that does not verify is no book to measure. */
final class AuditRuns {
    private final Meter meter;
    private final FilledBook book;
    private final List<ResourceUsage> byFold = new ArrayList<>();
    private final List<ResourceUsage> bySql = new ArrayList<>();

    AuditRuns(Server server, FilledBook book) {
        this.meter = new Meter(server);
        this.book = book;
    }

    /** @throws IllegalStateException if a way finds something wrong */
    void runRound() throws Exception {
        BookAudit audit = new BookAudit(book.database().transactions());
        byFold.add(measure(audit::byReplay));
        bySql.add(measure(audit::bySql));
    }

    List<AuditResult> results() {
        return List.of(
                new AuditResult("fold over the events", book.postings(), byFold),
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
