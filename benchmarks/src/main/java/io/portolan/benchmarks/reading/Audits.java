package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.server.Usage;
import io.portolan.db.audit.BookAudit;
import io.portolan.ledger.audit.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Verifies a whole book by its two ways in turns. A book that does not verify is no book to measure. */
final class Audits {
    private final Meter meter;
    private final GrownBook book;
    private final List<Usage> byFold = new ArrayList<>();
    private final List<Usage> bySql = new ArrayList<>();

    Audits(Server server, GrownBook book) {
        this.meter = new Meter(server);
        this.book = book;
    }

    /** @throws IllegalStateException if a way finds something wrong */
    void round() throws Exception {
        BookAudit audit = new BookAudit(book.database().transactions());
        byFold.add(measure(audit::byFold));
        bySql.add(measure(audit::bySql));
    }

    List<AuditResult> results() {
        return List.of(
                new AuditResult("fold over the events", book.lines(), byFold),
                new AuditResult("SQL only", book.lines(), bySql));
    }

    private Usage measure(Supplier<AuditReport> audit) throws Exception {
        return meter.measure(() -> {
            AuditReport report = audit.get();
            if (!report.isClean() || report.lines() < book.lines()) {
                throw new IllegalStateException("the book of the benchmark does not verify: " + report);
            }
        });
    }
}
