package io.portolan.operations.dayend;

import io.portolan.domain.ledger.AuditReport;
import io.portolan.domain.ledger.DayTotals;
import java.time.LocalDate;
import java.util.List;

/** Whether a business date is closed. */
public sealed interface DayClosingResult {
    /** It is, now or before, and the next one was opened. */
    record Closed(LocalDate date, LocalDate nextDate, DayTotals totals) implements DayClosingResult {}

    /** It stays open, because the book does not verify. */
    record NotVerified(List<AuditReport> reports) implements DayClosingResult {
        public NotVerified {
            reports = List.copyOf(reports);
        }
    }

    /** The book did not close it: it is not the open one, for example. */
    record Rejected(String reason) implements DayClosingResult {}
}
