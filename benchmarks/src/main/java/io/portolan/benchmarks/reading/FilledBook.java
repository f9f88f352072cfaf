package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.BenchmarkBook;
import io.portolan.benchmarks.traffic.EntryKind;
import io.portolan.benchmarks.traffic.RandomEntries;
import io.portolan.db.Database;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A book that the journal itself filled.
 *
 * @param accounts those that were posted to
 * @param from before its first posting
 * @param to after its last posting
 */
record FilledBook(BenchmarkBook book, long postings, List<AccountId> accounts, Instant from, Instant to)
        implements AutoCloseable {
    private static final EntryKind KIND = EntryKind.SIX_POSTINGS;
    private static final int ENTRIES_PER_STEP = 50_000;

    /** @param progress is told how many postings there are */
    static FilledBook of(Server server, long postings, int accounts, LongConsumer progress) throws Exception {
        BenchmarkBook book = BenchmarkBook.create(server, "filled_" + postings);
        try {
            RandomEntries randomEntries = new RandomEntries(accounts, postings);
            Instant from = Instant.now();
            fill(book, randomEntries, postings, progress);
            return new FilledBook(book, postings, randomEntries.accounts(), from, Instant.now());
        } catch (Exception failure) {
            book.close();
            throw failure;
        }
    }

    Database database() {
        return book.database();
    }

    @Override
    public void close() throws SQLException {
        book.close();
    }

    private static void fill(BenchmarkBook book, RandomEntries randomEntries, long postings, LongConsumer progress)
            throws Exception {
        List<JournalEntry> openings = randomEntries.openings();
        book.post(openings);
        long written = 2L * openings.size();
        while (written < postings) {
            long missing = Math.ceilDiv(postings - written, KIND.postings());
            int entries = (int) Math.min(ENTRIES_PER_STEP, missing);
            book.post(randomEntries.next(KIND, entries));
            written += (long) entries * KIND.postings();
            progress.accept(written);
        }
    }
}
