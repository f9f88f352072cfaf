package io.portolan.benchmarks.reading;

import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.Shape;
import io.portolan.benchmarks.traffic.Traffic;
import io.portolan.benchmarks.traffic.TrialBook;
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
record GrownBook(TrialBook book, long lines, List<AccountId> accounts, Instant from, Instant to)
        implements AutoCloseable {
    private static final Shape SHAPE = Shape.SIX_LEGS;
    private static final int ENTRIES_AT_ONCE = 50_000;

    /** @param progress is told how many lines there are */
    static GrownBook of(Server server, long lines, int accounts, LongConsumer progress) throws Exception {
        TrialBook book = TrialBook.create(server, "grown_" + lines, 1);
        try {
            Traffic traffic = new Traffic(accounts, lines);
            Instant from = Instant.now();
            grow(book, traffic, lines, progress);
            return new GrownBook(book, lines, traffic.accounts(), from, Instant.now());
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

    private static void grow(TrialBook book, Traffic traffic, long lines, LongConsumer progress) throws Exception {
        List<JournalEntry> openings = traffic.openings();
        book.post(openings);
        long written = 2L * openings.size();
        while (written < lines) {
            long missing = Math.ceilDiv(lines - written, SHAPE.legs());
            int entries = (int) Math.min(ENTRIES_AT_ONCE, missing);
            book.post(traffic.next(SHAPE, entries));
            written += (long) entries * SHAPE.legs();
            progress.accept(written);
        }
    }
}
