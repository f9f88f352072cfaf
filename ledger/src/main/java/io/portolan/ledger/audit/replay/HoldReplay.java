package io.portolan.ledger.audit.replay;

import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The holds that are open so far, and the rules for postings that change a hold. */
final class HoldReplay {
    private final EventFindings findings;
    private final Consumer<DerivedRow> derivedRows;
    private final Map<String, DerivedRow.Hold> open = new HashMap<>();

    HoldReplay(EventFindings findings, Consumer<DerivedRow> derivedRows) {
        this.findings = findings;
        this.derivedRows = derivedRows;
    }

    void replay(StoredEvent event, List<ParsedPosting> postings) {
        switch (event.kind()) {
            case "HELD" -> openHold(event, postings);
            case "RELEASED" -> endHold(event, postings, "");
            case "POSTED" -> endHold(event, postings, event.reference());
            default -> requirePostings(event, postings);
        }
    }

    /** Reports the holds that are open now. */
    void reportOpen() {
        open.values().forEach(derivedRows);
    }

    private void openHold(StoredEvent event, List<ParsedPosting> postings) {
        ParsedPosting posting = postings.getFirst();
        if (postings.size() != 1 || posting.amount() != 0 || posting.holdChange() <= 0) {
            findings.add(event, "one posting that holds a positive amount", event.body());
        }
        open.put(event.key(), new DerivedRow.Hold(event.key(), posting.account(), posting.holdChange(), null));
    }

    /** An entry need not end a hold; if it does, that is its last posting. */
    private void endHold(StoredEvent event, List<ParsedPosting> postings, @Nullable String named) {
        if (named == null) {
            requirePostings(event, postings);
            return;
        }
        DerivedRow.Hold hold = open.remove(event.reference());
        if (hold == null) {
            findings.add(event, "an open hold", String.valueOf(event.reference()));
            return;
        }
        derivedRows.accept(new DerivedRow.Hold(hold.key(), hold.account(), hold.amount(), event.position()));
        ParsedPosting release = new ParsedPosting(hold.account(), 0, -hold.amount());
        if (!postings.getLast().equals(release)) {
            findings.add(event, release.account() + " 0 " + release.holdChange() + " at the end", event.body());
        }
        requirePostings(event, postings.subList(0, postings.size() - 1));
        if (event.kind().equals("RELEASED") && postings.size() != 1) {
            findings.add(event, "only the release", event.body());
        }
    }

    private void requirePostings(StoredEvent event, List<ParsedPosting> postings) {
        for (ParsedPosting posting : postings) {
            if (posting.amount() == 0 || posting.holdChange() != 0) {
                findings.add(event, "postings that change no hold", event.body());
            }
        }
    }
}
