package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_HEAD;

import io.portolan.db.transaction.Transactions;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
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
final class CommandExecutor implements GroupCommit.BatchWork<List<Command>, CommandResult> {
    /** Beyond it, what is kept is forgotten: about 20 MB. */
    private static final int MAX_CACHED_ACCOUNTS = 50_000;

    private final Transactions transactions;
    private final InstantSource clock;
    private CachedBook cachedBook = new CachedBook(Book.EMPTY, 0, false);

    CommandExecutor(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Decides outside of any transaction what will be written in one. */
    @Override
    public Optional<Supplier<List<CommandResult>>> prepare(List<List<Command>> requests) {
        CachedBook expected = cachedBook();
        boolean isPlain = requests.stream().flatMap(List::stream).allMatch(CommandExecutor::isPlainPosting);
        if (!isPlain || !expected.isOnlyWriter || expected.accountsLoaded >= MAX_CACHED_ACCOUNTS) {
            return Optional.empty();
        }
        DecidedBatch batch = decide(expected, requests);
        return Optional.of(() -> transactions.required(() -> commit(requests, Optional.of(batch))));
    }

    @Override
    public List<CommandResult> commit(List<List<Command>> requests) {
        return transactions.required(() -> commit(requests, Optional.empty()));
    }

    /** Records a rejection also if the thread's transaction, with which it was recorded already, is undone. */
    void recordEvenIfRolledBack(Rejection rejection) {
        transactions.afterRollback(() -> Rejections.record(transactions.sql(), rejection, clock.instant()));
    }

    private List<CommandResult> commit(List<List<Command>> requests, Optional<DecidedBatch> ahead) {
        transactions.afterRollback(() -> cache(new CachedBook(Book.EMPTY, 0, false)));
        Book head = lockHead();
        DecidedBatch batch = ahead.filter(ready -> ready.isBasedOn(head))
                .orElseGet(() -> decide(cachedBookAt(head, ahead), requests));
        batch.write(transactions.sql(), clock.instant());
        return batch.decisions();
    }

    /** Each request's commands happen all or not at all. What the book will be is kept at once, for the next to be decided on. */
    private DecidedBatch decide(CachedBook known, List<List<Command>> requests) {
        BookLoader loader = new BookLoader(transactions.sql(), known.book);
        Book before = loader.load(requests.stream().flatMap(List::stream).toList());
        DecidedBatch batch = new DecidedBatch(before, requests, clock);
        int accounts = known.accountsLoaded + loader.accountsLoaded() + batch.accountsOpened();
        cache(new CachedBook(batch.bookAfter(), accounts, known.isOnlyWriter));
        return batch;
    }

    /** Just postings are decided ahead: that a batch under way ends a hold or a day could not be seen in what is stored. */
    private static boolean isPlainPosting(Command command) {
        return command instanceof Command.Post post && post.hold() == null;
    }

    /** Nobody else reads or writes the book's end until this transaction is over. */
    private Book lockHead() {
        return transactions
                .sql()
                .selectFrom(BOOK_HEAD)
                .forUpdate()
                .fetchSingle(
                        row -> Book.at(row.getPosition(), row.getRecordedAt(), row.getBusinessDate(), row.getHash()));
    }

    /** What is kept, if the book still stands there; whoever decided ahead of another's writing is not alone. */
    private CachedBook cachedBookAt(Book head, Optional<DecidedBatch> ahead) {
        CachedBook last = cachedBook();
        boolean isSame = ahead.isEmpty() && last.book.isAtSamePositionAs(head);
        return isSame && last.accountsLoaded < MAX_CACHED_ACCOUNTS
                ? new CachedBook(last.book, last.accountsLoaded, true)
                : new CachedBook(head, 0, isSame);
    }

    private synchronized CachedBook cachedBook() {
        return cachedBook;
    }

    private synchronized void cache(CachedBook newer) {
        cachedBook = newer;
    }

    /**
     * What this process believes of the book.
     *
     * @param accounts how many are loaded
     * @param isAlone whether nobody else wrote lately
     */
    private record CachedBook(Book book, int accountsLoaded, boolean isOnlyWriter) {}
}
