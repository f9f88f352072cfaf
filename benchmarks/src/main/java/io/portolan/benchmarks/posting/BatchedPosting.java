package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.BenchmarkBook;
import io.portolan.benchmarks.traffic.ConcurrentCallers;
import io.portolan.benchmarks.traffic.EntryKind;
import io.portolan.benchmarks.traffic.RandomEntries;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The journal, called by many callers without a transaction: it groups them. */
final class BatchedPosting implements PostingVariant {
    private final EntryKind kind;
    private final PostingSizes sizes;
    private final Meter meter;
    private final RandomEntries randomEntries;
    private final BenchmarkBook book;

    BatchedPosting(Server server, EntryKind kind, PostingSizes sizes) throws SQLException {
        this.kind = kind;
        this.sizes = sizes;
        this.meter = new Meter(server);
        this.randomEntries = new RandomEntries(sizes.accounts(), BareInsert.SEED);
        this.book = BenchmarkBook.create(server, kind.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String title() {
        return switch (kind) {
            case TWO_POSTINGS -> "batched, 2 postings, cold accounts";
            case TWO_POSTINGS_HALF_HOT -> "batched, 2 postings, half on one hot account";
            case FOUR_POSTINGS -> "batched, 4 postings (FX)";
            case SIX_POSTINGS -> "batched, 6 postings";
        };
    }

    @Override
    public void warmUp() throws Exception {
        book.post(randomEntries.openings());
        book.post(randomEntries.next(kind, sizes.warmUp()));
    }

    @Override
    public Throughput measureRound() throws Exception {
        List<JournalEntry> entries = randomEntries.next(kind, sizes.batched());
        ConcurrentCallers callers = new ConcurrentCallers(sizes.callers());
        return new Throughput(
                entries.size(),
                (long) entries.size() * kind.postings(),
                meter.measure(() -> callers.forEach(
                        entries, entry -> book.database().journal().post(List.of(entry)))));
    }

    @Override
    public void close() throws SQLException {
        book.close();
    }
}
