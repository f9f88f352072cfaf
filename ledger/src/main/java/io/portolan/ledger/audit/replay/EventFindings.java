package io.portolan.ledger.audit.replay;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.ledger.audit.stored.StoredEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with events: the first is reported, and all are remembered, as postings may differ because of them. */
public final class EventFindings {
    private static final int MAX_REMEMBERED = 100_000;

    private final Map<Long, AuditFinding.RowId> wrongEvents = new HashMap<>();
    private @Nullable AuditFinding first;
    private boolean areDayTotalsUnreliable;

    void add(StoredEvent event, String expected, String stored) {
        areDayTotalsUnreliable |= event.kind().equals("DAY_CLOSED");
        add(new AuditFinding(new AuditFinding.RowId.OfEvent(event.position(), event.key()), expected, stored, null));
    }

    void addMissing(long position, String why) {
        areDayTotalsUnreliable = true;
        add(new AuditFinding(new AuditFinding.RowId.OfEvent(position, ""), why, "none", null));
    }

    /** Belongs to another date than the one that was open: a closing is gone, or the date itself is wrong. */
    void addWrongDate(StoredEvent event, String openDate) {
        areDayTotalsUnreliable = true;
        add(event, "business date " + openDate, event.businessDate());
    }

    /** Whether the events no longer tell the balances at the end of each date. */
    public boolean areDayTotalsUnreliable() {
        return areDayTotalsUnreliable;
    }

    /** Whether the events may no longer tell what each payment has: a wrong one may name another payment. */
    public boolean isAnyEventWrong() {
        return first != null;
    }

    /** The wrong event at this position. */
    public Optional<AuditFinding.RowId> at(long position) {
        return Optional.ofNullable(wrongEvents.get(position));
    }

    public List<AuditFinding> first() {
        return first == null ? List.of() : List.of(first);
    }

    private void add(AuditFinding finding) {
        first = first == null ? finding : first;
        if (finding.row() instanceof AuditFinding.RowId.OfEvent event) {
            remember(event.position(), event);
        }
    }

    private void remember(long position, AuditFinding.RowId event) {
        if (wrongEvents.size() < MAX_REMEMBERED) {
            wrongEvents.putIfAbsent(position, event);
        }
    }
}
