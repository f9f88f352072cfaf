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
 * @param accounts those that moved
 * @param from before its first line
 * @param to after its last line
 */
record FilledBook(BenchmarkBook book, long postings, List<AccountId> accounts, Instant from, Instant to)
        implements AutoCloseable {
    private static final EntryKind SHAPE = EntryKind.SIX_POSTINGS;
    private static final int ENTRIES_AT_ONCE = 50_000;

    /** @param progress is told how many lines there are */
    static FilledBook of(Server server, long lines, int accounts, LongConsumer progress) throws Exception {
        BenchmarkBook book = BenchmarkBook.create(server, "grown_" + lines, 1);
        try {
            RandomEntries traffic = new RandomEntries(accounts, lines);
            Instant from = Instant.now();
            fill(book, traffic, lines, progress);
            return new FilledBook(book, lines, traffic.accounts(), from, Instant.now());
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

    private static void fill(BenchmarkBook book, RandomEntries traffic, long lines, LongConsumer progress)
            throws Exception {
        List<JournalEntry> openings = traffic.openings();
        book.post(openings);
        long written = 2L * openings.size();
        while (written < lines) {
            long missing = Math.ceilDiv(lines - written, SHAPE.postings());
            int entries = (int) Math.min(ENTRIES_AT_ONCE, missing);
            book.post(traffic.next(SHAPE, entries));
            written += (long) entries * SHAPE.postings();
            progress.accept(written);
        }
    }
}
