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

/** Requests decided one after the other, each on the book that the one before left, checked and ready to be written behind the book they began with. */
final class DecidedBatch {
    private final Book before;
    private final List<CommandResult> decisions = new ArrayList<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<PostingRow> postings = new ArrayList<>();
    private final List<Account> dayEnds = new ArrayList<>();
    private final BookWriter writer;
    private Book book;

    /** @param before with all loaded that the requests ask about */
    DecidedBatch(Book before, List<List<Command>> requests, InstantSource clock) {
        this.before = before;
        this.book = before;
        requests.forEach(commands -> decide(commands, clock.instant()));
        CommandResult.Applied accepted = new CommandResult.Applied(book, events, postings, dayEnds);
        CommitCheck.requireConsistent(before, accepted);
        this.writer = new BookWriter(accepted);
    }

    /** Whether the stored book still stands where this batch began. */
    boolean isBasedOn(Book head) {
        return before.isAtSamePositionAs(head);
    }

    /** Within the transaction that locked the head. */
    void write(DSLContext sql, Instant at) {
        if (!events.isEmpty()) {
            writer.write(sql);
        }
        for (CommandResult decision : decisions) {
            if (decision instanceof CommandResult.Rejected(Rejection rejection)) {
                Rejections.record(sql, rejection, at);
            }
        }
    }

    /** In the order of the requests. */
    List<CommandResult> decisions() {
        return decisions;
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
        CommandResult decision = Decider.decide(book, commands, now);
        decisions.add(decision);
        if (decision instanceof CommandResult.Applied accepted) {
            book = accepted.book();
            events.addAll(accepted.events());
            postings.addAll(accepted.postings());
            dayEnds.addAll(accepted.dayEnds());
        }
    }
}
