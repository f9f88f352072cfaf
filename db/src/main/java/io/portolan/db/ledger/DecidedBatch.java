package io.portolan.db.ledger;

import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.command.Rejection;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Requests decided one after the other, each on the book as the previous one left it, checked and ready to be written after the book they began with. */
final class DecidedBatch {
    private final Book before;
    private final List<CommandResult> results = new ArrayList<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<PostingRow> postings = new ArrayList<>();
    private final List<Account> dayEnds = new ArrayList<>();
    private final BookWriter writer;
    private Book book;

    /** @param before the book with all loaded that the requests refer to */
    DecidedBatch(Book before, List<List<Command>> requests, InstantSource clock) {
        this.before = before;
        this.book = before;
        requests.forEach(commands -> decide(commands, clock.instant()));
        CommandResult.Applied applied = new CommandResult.Applied(book, events, postings, dayEnds);
        CommitCheck.requireConsistent(before, applied);
        this.writer = new BookWriter(before, applied);
    }

    /** Whether the stored book is still at the position where this batch began. */
    boolean isBasedOn(Book head) {
        return before.isAtSamePositionAs(head);
    }

    /** Within the transaction that locked the head. */
    void write(DSLContext sql, Instant at) {
        if (!events.isEmpty()) {
            writer.write(sql);
        }
        for (CommandResult result : results) {
            if (result instanceof CommandResult.Rejected(Rejection rejection)) {
                Rejections.record(sql, rejection, at);
            }
        }
    }

    /** In the order of the requests. */
    List<CommandResult> results() {
        return results;
    }

    Book bookAfter() {
        return book;
    }

    int accountsOpened() {
        return Math.toIntExact(events.stream()
                .filter(event -> event.kind() == EventKind.ACCOUNT_OPENED)
                .count());
    }

    private void decide(List<Command> commands, Instant now) {
        CommandResult result = Decider.decide(book, commands, now);
        results.add(result);
        if (result instanceof CommandResult.Applied applied) {
            book = applied.book();
            events.addAll(applied.events());
            postings.addAll(applied.postings());
            dayEnds.addAll(applied.dayEnds());
        }
    }
}
