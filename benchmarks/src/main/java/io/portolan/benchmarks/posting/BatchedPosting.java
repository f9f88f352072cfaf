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

/** The journal, asked by many callers who are in no transaction: it groups them. */
final class BatchedPosting implements PostingVariant {
    private final EntryKind shape;
    private final PostingSizes sizes;
    private final Meter meter;
    private final RandomEntries traffic;
    private final BenchmarkBook book;

    BatchedPosting(Server server, EntryKind shape, PostingSizes sizes) throws SQLException {
        this.shape = shape;
        this.sizes = sizes;
        this.meter = new Meter(server);
        this.traffic = new RandomEntries(sizes.accounts(), BareInsert.SEED);
        this.book = BenchmarkBook.create(server, shape.name().toLowerCase(Locale.ROOT), 1);
    }

    @Override
    public String title() {
        return switch (shape) {
            case TWO_POSTINGS -> "batched, 2 legs, cold";
            case TWO_POSTINGS_HALF_HOT -> "batched, 2 legs, half on one hot account";
            case FOUR_POSTINGS -> "batched, 4 legs (FX)";
            case SIX_POSTINGS -> "batched, 6 legs";
        };
    }

    @Override
    public void warmUp() throws Exception {
        book.post(traffic.openings());
        book.post(traffic.next(shape, sizes.warmUp()));
    }

    @Override
    public Throughput measureRound() throws Exception {
        List<JournalEntry> entries = traffic.next(shape, sizes.batched());
        ConcurrentCallers callers = new ConcurrentCallers(sizes.callers());
        return new Throughput(
                entries.size(),
                (long) entries.size() * shape.postings(),
                meter.measure(() -> callers.forEach(
                        entries, entry -> book.database().journal().post(List.of(entry)))));
    }

    @Override
    public void close() throws SQLException {
        book.close();
    }
}
