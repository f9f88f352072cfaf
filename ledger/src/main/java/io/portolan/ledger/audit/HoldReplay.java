package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open holds as the fold has them so far, and which moves may change what is held. */
final class HoldReplay {
    private final EventFindings findings;
    private final Consumer<DerivedRow> derivedRows;
    private final Map<String, DerivedRow.Hold> open = new HashMap<>();

    HoldReplay(EventFindings faults, Consumer<DerivedRow> facts) {
        this.findings = faults;
        this.derivedRows = facts;
    }

    void replay(StoredEvent event, List<ParsedPosting> moves) {
        switch (event.kind()) {
            case "HELD" -> openHold(event, moves);
            case "RELEASED" -> endHold(event, moves, "");
            case "POSTED" -> endHold(event, moves, event.reference());
            default -> requirePostings(event, moves);
        }
    }

    /** Tells of the holds that are open now. */
    void reportOpen() {
        open.values().forEach(derivedRows);
    }

    private void openHold(StoredEvent event, List<ParsedPosting> moves) {
        ParsedPosting move = moves.getFirst();
        if (moves.size() != 1 || move.amount() != 0 || move.holdChange() <= 0) {
            findings.add(event, "one account of which a positive amount is set aside", event.body());
        }
        open.put(event.key(), new DerivedRow.Hold(event.key(), move.account(), move.holdChange(), null));
    }

    /** A posting need not end a hold; if it does, that is its last move. */
    private void endHold(StoredEvent event, List<ParsedPosting> moves, @Nullable String named) {
        if (named == null) {
            requirePostings(event, moves);
            return;
        }
        DerivedRow.Hold hold = open.remove(event.reference());
        if (hold == null) {
            findings.add(event, "an open hold", String.valueOf(event.reference()));
            return;
        }
        derivedRows.accept(new DerivedRow.Hold(hold.key(), hold.account(), hold.amount(), event.position()));
        ParsedPosting freed = new ParsedPosting(hold.account(), 0, -hold.amount());
        if (!moves.getLast().equals(freed)) {
            findings.add(event, freed.account() + " 0 " + freed.holdChange() + " at the end", event.body());
        }
        requirePostings(event, moves.subList(0, moves.size() - 1));
        if (event.kind().equals("RELEASED") && moves.size() != 1) {
            findings.add(event, "nothing but the release", event.body());
        }
    }

    private void requirePostings(StoredEvent event, List<ParsedPosting> moves) {
        for (ParsedPosting move : moves) {
            if (move.amount() == 0 || move.holdChange() != 0) {
                findings.add(event, "postings that leave holds alone", event.body());
            }
        }
    }
}
