package io.portolan.ledger.audit.replay;

import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredHead;

/** The one order of events: positions without a gap, growing times, the open business date, and hashes that each include the one before. */
public final class EventChain {
    private static final int MAX_MISSING_NAMED = 1_000;

    private final Sha256 sha = new Sha256();
    private final EventFindings findings;
    private long position;
    private String recordedAt = "1970-01-01 00:00:00.000000";
    private String openDate = "";
    private String hash = Sha256.ZERO_HASH;

    EventChain(EventFindings findings) {
        this.findings = findings;
    }

    /** Continues from the event as it is stored, right or wrong, so that one wrong row is one finding. */
    void check(StoredEvent event) {
        addGap(position + 1, event.position(), "an event at this position (" + event.position() + " follows)");
        String itsHash = sha.of(event.hashedText(hash));
        if (!event.hash().equals(itsHash)) {
            findings.add(event, "hash " + itsHash, event.hash());
        }
        if (event.recordedAt().compareTo(recordedAt) <= 0) {
            findings.add(event, "a time after " + recordedAt, event.recordedAt());
        }
        if (position > 0 && !event.businessDate().equals(openDate)) {
            findings.addWrongDate(event, openDate);
        }
        requireValueDate(event);
        position = event.position();
        recordedAt = event.recordedAt();
        openDate = event.businessDate();
        hash = event.hash();
    }

    /** The next event belongs to this date. */
    void open(String date) {
        openDate = date;
    }

    /** Whether the head agrees with the last event. A later head with another hash, too, has seen events that are gone. */
    boolean endsAt(StoredHead head) {
        if (head.position() > position && !head.hash().equals(hash)) {
            addGap(
                    position + 1,
                    head.position() + 1,
                    "an event at this position (book_head is at " + head.position() + ")");
            return true;
        }
        return describe().equals(describe(head));
    }

    /** Where the book ends, by its events. */
    String describe() {
        return describe(new StoredHead(position, recordedAt, openDate.isEmpty() ? null : openDate, hash));
    }

    public static String describe(StoredHead head) {
        return "position %d at %s, date %s, hash %s"
                .formatted(head.position(), head.recordedAt(), head.businessDate(), head.hash());
    }

    private void addGap(long from, long to, String why) {
        for (long missing = from; missing < to && missing - from < MAX_MISSING_NAMED; missing++) {
            findings.addMissing(missing, why);
        }
    }

    private void requireValueDate(StoredEvent event) {
        int order = event.valueDate().compareTo(event.businessDate());
        boolean isCorrection = event.kind().equals("CORRECTED");
        if (isCorrection && order >= 0) {
            findings.add(event, "a value date before " + event.businessDate(), event.valueDate());
        }
        if (!isCorrection && order != 0) {
            findings.add(event, "value date " + event.businessDate(), event.valueDate());
        }
    }
}
