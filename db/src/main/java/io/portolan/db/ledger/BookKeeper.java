package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_HEAD;

import io.portolan.db.transaction.Transactions;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.Decision;
import io.portolan.ledger.command.Rejection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one way into the book: lock the head, load what is asked about, decide, look at it once more, write.
 *
 * <p>What was loaded is kept as long as nobody else has written. As long as that holds, a batch is also decided ahead, on the book that the batch
 * before will leave; the head's place and hash tell whether that was right, and if not, it is decided anew.
 */
final class BookKeeper implements Batches.Work<List<Command>, Decision> {
    /** Beyond it, what is kept is forgotten: about 20 MB. */
    private static final int MOST_ACCOUNTS_KEPT = 50_000;

    private final Transactions transactions;
    private final InstantSource clock;
    private Kept kept = new Kept(Book.EMPTY, 0, false);

    BookKeeper(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Decides outside of any transaction what will be written in one. */
    @Override
    public Optional<Supplier<List<Decision>>> ahead(List<List<Command>> requests) {
        Kept expected = kept();
        boolean isPlain = requests.stream().flatMap(List::stream).allMatch(BookKeeper::isPlain);
        if (!isPlain || !expected.isAlone || expected.accounts >= MOST_ACCOUNTS_KEPT) {
            return Optional.empty();
        }
        DecidedBatch batch = decide(expected, requests);
        return Optional.of(() -> transactions.required(() -> commit(requests, Optional.of(batch))));
    }

    @Override
    public List<Decision> commit(List<List<Command>> requests) {
        return transactions.required(() -> commit(requests, Optional.empty()));
    }

    /** Records a rejection also if the thread's transaction, with which it was recorded already, is undone. */
    void recordEvenIfUndone(Rejection rejection) {
        transactions.whenUndone(() -> Rejections.record(transactions.sql(), rejection, clock.instant()));
    }

    private List<Decision> commit(List<List<Command>> requests, Optional<DecidedBatch> ahead) {
        transactions.whenUndone(() -> keep(new Kept(Book.EMPTY, 0, false)));
        Book head = lockedHead();
        DecidedBatch batch =
                ahead.filter(ready -> ready.follows(head)).orElseGet(() -> decide(knownAt(head, ahead), requests));
        batch.write(transactions.sql(), clock.instant());
        return batch.decisions();
    }

    /** Each request's commands happen all or not at all. What the book will be is kept at once, for the next to be decided on. */
    private DecidedBatch decide(Kept known, List<List<Command>> requests) {
        BookLoader loader = new BookLoader(transactions.sql(), known.book);
        Book before = loader.load(requests.stream().flatMap(List::stream).toList());
        DecidedBatch batch = new DecidedBatch(before, requests, clock);
        int accounts = known.accounts + loader.accountsLoaded() + batch.accountsOpened();
        keep(new Kept(batch.after(), accounts, known.isAlone));
        return batch;
    }

    /** Just postings are decided ahead: that a batch under way ends a hold or a day could not be seen in what is stored. */
    private static boolean isPlain(Command command) {
        return command instanceof Command.Post post && post.hold() == null;
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

    /** What is kept, if the book still stands there; whoever decided ahead of another's writing is not alone. */
    private Kept knownAt(Book head, Optional<DecidedBatch> ahead) {
        Kept last = kept();
        boolean isSame = ahead.isEmpty() && last.book.standsWith(head);
        return isSame && last.accounts < MOST_ACCOUNTS_KEPT
                ? new Kept(last.book, last.accounts, true)
                : new Kept(head, 0, isSame);
    }

    private synchronized Kept kept() {
        return kept;
    }

    private synchronized void keep(Kept newer) {
        kept = newer;
    }

    /**
     * What this process believes of the book.
     *
     * @param accounts how many are loaded
     * @param isAlone whether nobody else wrote lately
     */
    private record Kept(Book book, int accounts, boolean isAlone) {}
}
