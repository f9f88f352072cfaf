package io.portolan.operations.dayend;

import io.portolan.domain.ledger.AuditReport;
import io.portolan.domain.ledger.BookAudit;
import io.portolan.domain.ledger.BookControl;
import io.portolan.domain.ledger.BookControl.ControlResult;
import java.time.LocalDate;
import java.util.List;

/** Closes the open business date, if the book verifies, and opens the next day. */
public final class DayClosing {
    private final BookAudit audit;
    private final BookControl control;

    public DayClosing(BookAudit audit, BookControl control) {
        this.audit = audit;
        this.control = control;
    }

    /** Takes as long as the book is. Repeated for the same date it changes nothing. */
    public DayClosingResult close(LocalDate date) {
        List<AuditReport> reports = audit.run();
        if (!reports.stream().allMatch(AuditReport::isClean)) {
            return new DayClosingResult.NotVerified(reports);
        }
        LocalDate next = date.plusDays(1);
        return switch (control.closeDay(date, next)) {
            case ControlResult.Applied _ ->
                new DayClosingResult.Closed(date, next, control.totalsOf(date).orElseThrow());
            case ControlResult.Rejected(String reason) -> new DayClosingResult.Rejected(reason);
        };
    }
}
