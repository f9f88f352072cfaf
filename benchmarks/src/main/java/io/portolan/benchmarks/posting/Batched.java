package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.Callers;
import io.portolan.benchmarks.traffic.Shape;
import io.portolan.benchmarks.traffic.Traffic;
import io.portolan.benchmarks.traffic.TrialBook;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The journal, asked by many callers who are in no transaction: it groups them. */
final class Batched implements PostingRow {
    private final Shape shape;
    private final PostingSizes sizes;
    private final Meter meter;
    private final Traffic traffic;
    private final TrialBook book;

    Batched(Server server, Shape shape, PostingSizes sizes) throws SQLException {
        this.shape = shape;
        this.sizes = sizes;
        this.meter = new Meter(server);
        this.traffic = new Traffic(sizes.accounts(), Ceiling.SEED);
        this.book = TrialBook.create(server, shape.name().toLowerCase(Locale.ROOT), 1);
    }

    @Override
    public String title() {
        return switch (shape) {
            case TWO_LEGS -> "batched, 2 legs, cold";
            case HALF_HOT -> "batched, 2 legs, half on one hot account";
            case FOUR_LEGS -> "batched, 4 legs (FX)";
            case SIX_LEGS -> "batched, 6 legs";
        };
    }

    @Override
    public void warmUp() throws Exception {
        book.post(traffic.openings());
        book.post(traffic.next(shape, sizes.warmUp()));
    }

    @Override
    public Throughput round() throws Exception {
        List<JournalEntry> entries = traffic.next(shape, sizes.batched());
        Callers callers = new Callers(sizes.callers());
        return new Throughput(
                entries.size(),
                (long) entries.size() * shape.legs(),
                meter.measure(() ->
                        callers.each(entries, entry -> book.database().journal().post(List.of(entry)))));
    }

    @Override
    public void close() throws SQLException {
        book.close();
    }
}
