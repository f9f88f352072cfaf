package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open holds as the fold has them so far, and which moves may change what is held. */
final class HoldFold {
    private final EventFaults faults;
    private final Consumer<StoredFact> facts;
    private final Map<String, StoredFact.Hold> open = new HashMap<>();

    HoldFold(EventFaults faults, Consumer<StoredFact> facts) {
        this.faults = faults;
        this.facts = facts;
    }

    void take(StoredEvent event, List<Move> moves) {
        switch (event.kind()) {
            case "HELD" -> begin(event, moves);
            case "RELEASED" -> end(event, moves, "");
            case "POSTED" -> end(event, moves, event.reference());
            default -> requirePostings(event, moves);
        }
    }

    /** Tells of the holds that are open now. */
    void tellOpen() {
        open.values().forEach(facts);
    }

    private void begin(StoredEvent event, List<Move> moves) {
        Move move = moves.getFirst();
        if (moves.size() != 1 || move.amount() != 0 || move.holdChange() <= 0) {
            faults.note(event, "one account of which a positive amount is set aside", event.body());
        }
        open.put(event.key(), new StoredFact.Hold(event.key(), move.account(), move.holdChange(), null));
    }

    /** A posting need not end a hold; if it does, that is its last move. */
    private void end(StoredEvent event, List<Move> moves, @Nullable String named) {
        if (named == null) {
            requirePostings(event, moves);
            return;
        }
        StoredFact.Hold hold = open.remove(event.reference());
        if (hold == null) {
            faults.note(event, "an open hold", String.valueOf(event.reference()));
            return;
        }
        facts.accept(new StoredFact.Hold(hold.key(), hold.account(), hold.amount(), event.position()));
        Move freed = new Move(hold.account(), 0, -hold.amount());
        if (!moves.getLast().equals(freed)) {
            faults.note(event, freed.account() + " 0 " + freed.holdChange() + " at the end", event.body());
        }
        requirePostings(event, moves.subList(0, moves.size() - 1));
        if (event.kind().equals("RELEASED") && moves.size() != 1) {
            faults.note(event, "nothing but the release", event.body());
        }
    }

    private void requirePostings(StoredEvent event, List<Move> moves) {
        for (Move move : moves) {
            if (move.amount() == 0 || move.holdChange() != 0) {
                faults.note(event, "postings that leave holds alone", event.body());
            }
        }
    }
}
