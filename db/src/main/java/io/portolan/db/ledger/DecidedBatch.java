package io.portolan.db.ledger;

import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.command.Decision;
import io.portolan.ledger.command.Rejection;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Requests decided one after the other, each on the book that the one before left, checked and ready to be written behind the book they began with. */
final class DecidedBatch {
    private final Book before;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Account> dayEnds = new ArrayList<>();
    private final BookWriter writer;
    private Book book;

    /** @param before with all loaded that the requests ask about */
    DecidedBatch(Book before, List<List<Command>> requests, InstantSource clock) {
        this.before = before;
        this.book = before;
        requests.forEach(commands -> decide(commands, clock.instant()));
        Decision.Accepted accepted = new Decision.Accepted(book, events, lines, dayEnds);
        CommitCheck.requireWhole(before, accepted);
        this.writer = new BookWriter(accepted);
    }

    /** Whether the stored book still stands where this batch began. */
    boolean follows(Book head) {
        return before.standsWith(head);
    }

    /** Within the transaction that locked the head. */
    void write(DSLContext sql, Instant at) {
        if (!events.isEmpty()) {
            writer.write(sql);
        }
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Refused(Rejection rejection)) {
                Rejections.record(sql, rejection, at);
            }
        }
    }

    /** In the order of the requests. */
    List<Decision> decisions() {
        return decisions;
    }

    Book after() {
        return book;
    }

    int accountsOpened() {
        return Math.toIntExact(events.stream()
                .filter(event -> event.kind() == EventKind.ACCOUNT_OPENED)
                .count());
    }

    private void decide(List<Command> commands, Instant now) {
        Decision decision = Decider.decide(book, commands, now);
        decisions.add(decision);
        if (decision instanceof Decision.Accepted accepted) {
            book = accepted.book();
            events.addAll(accepted.events());
            lines.addAll(accepted.lines());
            dayEnds.addAll(accepted.dayEnds());
        }
    }
}
