package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_HEAD;

import io.portolan.db.transaction.GroupCommit;
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
 * The one way into the book: lock the head, load what commands refer to, decide, check it again, write.
 *
 * <p>What was loaded stays cached as long as nobody else writes. While that is so, a batch is also decided in advance, on the book as the batch
 * before it will leave it; the head's position and hash tell whether that was right, and if not, the batch is decided again.
 */
final class CommandExecutor implements GroupCommit.BatchWork<List<Command>, CommandResult> {
    /** Beyond it, the cache is emptied: about 20 MB. */
    private static final int MAX_CACHED = 50_000;

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
        if (!isPlain || !expected.isOnlyWriter || expected.loaded >= MAX_CACHED) {
            return Optional.empty();
        }
        DecidedBatch batch = decide(expected, requests);
        return Optional.of(() -> transactions.required(() -> commit(requests, Optional.of(batch))));
    }

    @Override
    public List<CommandResult> commit(List<List<Command>> requests) {
        return transactions.required(() -> commit(requests, Optional.empty()));
    }

    /** Records a rejection also if the thread's transaction, with which it was recorded already, is rolled back. */
    void recordEvenIfRolledBack(Rejection rejection) {
        transactions.afterRollback(() -> Rejections.record(transactions.sql(), rejection, clock.instant()));
    }

    private List<CommandResult> commit(List<List<Command>> requests, Optional<DecidedBatch> prepared) {
        transactions.afterRollback(() -> cache(new CachedBook(Book.EMPTY, 0, false)));
        Book head = lockHead();
        DecidedBatch batch = prepared.filter(inAdvance -> inAdvance.isBasedOn(head))
                .orElseGet(() -> decide(cachedBookAt(head, prepared), requests));
        batch.write(transactions.sql(), clock.instant());
        return batch.results();
    }

    /** Each request's commands take effect all or not at all. The resulting book is cached immediately, for the next batch to be decided on. */
    private DecidedBatch decide(CachedBook known, List<List<Command>> requests) {
        BookLoader loader = new BookLoader(transactions.sql(), known.book);
        Book before = loader.load(requests.stream().flatMap(List::stream).toList());
        DecidedBatch batch = new DecidedBatch(before, requests, clock);
        int loaded = known.loaded + loader.loaded() + batch.accountsOpened();
        cache(new CachedBook(batch.bookAfter(), loaded, known.isOnlyWriter));
        return batch;
    }

    /** Only postings are decided in advance: that a batch being committed ends a hold or a day cannot be seen in what is stored. */
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

    /** The cached book, if the stored one is still at the same position; a process whose advance decision was overtaken is not the only writer. */
    private CachedBook cachedBookAt(Book head, Optional<DecidedBatch> prepared) {
        CachedBook last = cachedBook();
        boolean isSame = prepared.isEmpty() && last.book.isAtSamePositionAs(head);
        return isSame && last.loaded < MAX_CACHED
                ? new CachedBook(last.book, last.loaded, true)
                : new CachedBook(head, 0, isSame);
    }

    private synchronized CachedBook cachedBook() {
        return cachedBook;
    }

    private synchronized void cache(CachedBook newer) {
        cachedBook = newer;
    }

    /**
     * The book as far as this process knows it.
     *
     * @param loaded how many accounts and payment balances are loaded
     * @param isOnlyWriter whether nobody else has written lately
     */
    private record CachedBook(Book book, int loaded, boolean isOnlyWriter) {}
}
