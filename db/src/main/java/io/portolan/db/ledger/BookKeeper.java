package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_HEAD;

import io.portolan.db.transaction.Transactions;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.command.Decision;
import io.portolan.ledger.command.Rejection;
import io.portolan.ledger.event.EventRow;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The one way into the book, always within a transaction: lock the head, load what is asked about, decide, look at it once more, write.
 *
 * <p>What was loaded is kept as long as nobody else has written: the head tells.
 */
final class BookKeeper {
    /** Beyond it, what is kept is forgotten: about 20 MB. */
    private static final int MOST_ACCOUNTS_KEPT = 50_000;

    private final Transactions transactions;
    private final InstantSource clock;
    private Kept kept = new Kept(Book.EMPTY, 0);

    BookKeeper(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Each request's commands happen all or not at all; rejections are recorded. The decisions stand in the order of the requests. */
    List<Decision> carryOut(List<List<Command>> requests) {
        Kept known = knownAt(lockedHead());
        BookLoader loader = new BookLoader(transactions.sql(), known.book);
        Book before = loader.load(requests.stream().flatMap(List::stream).toList());
        Round round = new Round(before);
        List<Decision> decisions = requests.stream().map(round::decide).toList();
        Decision.Accepted accepted = round.accepted();
        if (!accepted.events().isEmpty()) {
            BeforeCommit.requireWhole(before, accepted);
            new BookWriter(transactions.sql()).write(accepted);
        }
        int accounts =
                known.accounts + loader.accountsLoaded() + accepted.events().size();
        transactions.whenCommitted(() -> keep(new Kept(accepted.book().withoutRequests(), accounts)));
        return decisions;
    }

    /** Records a rejection also if the thread's transaction, with which it was recorded already, is undone. */
    void recordEvenIfUndone(Rejection rejection) {
        transactions.whenUndone(() -> record(rejection));
    }

    private void record(Rejection rejection) {
        Rejections.record(transactions.sql(), rejection, clock.instant());
    }

    /** Nobody else reads or writes the book's end until this transaction is over. */
    private Book lockedHead() {
        return transactions
                .sql()
                .selectFrom(BOOK_HEAD)
                .forUpdate()
                .fetchSingle(
                        row -> Book.at(row.getPosition(), row.getRecordedAt(), row.getBusinessDate(), row.getHash()));
    }

    private synchronized Kept knownAt(Book head) {
        boolean isSame =
                kept.book.position() == head.position() && kept.book.hash().equals(head.hash());
        return isSame && kept.accounts < MOST_ACCOUNTS_KEPT ? kept : new Kept(head, 0);
    }

    private synchronized void keep(Kept newer) {
        if (newer.book.position() >= kept.book.position()) {
            kept = newer;
        }
    }

    private record Kept(Book book, int accounts) {}

    /** Requests decided one after the other, each on the book that the one before left. */
    private final class Round {
        private Book book;
        private final List<EventRow> events = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Account> dayEnds = new ArrayList<>();

        Round(Book book) {
            this.book = book;
        }

        Decision decide(List<Command> commands) {
            Decision decision = Decider.decide(book, commands, clock.instant());
            switch (decision) {
                case Decision.Refused(Rejection rejection) -> record(rejection);
                case Decision.Accepted accepted -> {
                    book = accepted.book();
                    events.addAll(accepted.events());
                    lines.addAll(accepted.lines());
                    dayEnds.addAll(accepted.dayEnds());
                }
            }
            return decision;
        }

        Decision.Accepted accepted() {
            return new Decision.Accepted(book, events, lines, dayEnds);
        }
    }
}
