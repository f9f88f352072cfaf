package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.StoredEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with events: the first is reported, and all are remembered, as lines may differ because of them. */
final class EventFaults {
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<Long, Finding.Entry> wrong = new HashMap<>();
    private @Nullable Finding first;
    private boolean blursDays;

    void note(StoredEvent event, String expected, String stored) {
        blursDays |= event.kind().equals("DAY_CLOSED");
        note(new Finding(new Finding.Entry.OfEvent(event.position(), event.key()), expected, stored, null));
    }

    void noteMissing(long position, String why) {
        blursDays = true;
        note(new Finding(new Finding.Entry.OfEvent(position, ""), why, "none", null));
    }

    /** Belongs to another date than the one that was open: a closing is gone, or the date itself is wrong. */
    void noteDate(StoredEvent event, String openDate) {
        blursDays = true;
        note(event, "business date " + openDate, event.businessDate());
    }

    /** Whether events cannot tell any more what each date left behind. */
    boolean blursDays() {
        return blursDays;
    }

    /** The wrong event at this position. */
    Optional<Finding.Entry> at(long position) {
        return Optional.ofNullable(wrong.get(position));
    }

    List<Finding> first() {
        return first == null ? List.of() : List.of(first);
    }

    private void note(Finding finding) {
        first = first == null ? finding : first;
        if (finding.entry() instanceof Finding.Entry.OfEvent event) {
            remember(event.position(), event);
        }
    }

    private void remember(long position, Finding.Entry entry) {
        if (wrong.size() < MOST_REMEMBERED) {
            wrong.putIfAbsent(position, entry);
        }
    }
}
