package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.BenchmarkBook;
import io.portolan.benchmarks.traffic.ConcurrentCallers;
import io.portolan.benchmarks.traffic.EntryKind;
import io.portolan.benchmarks.traffic.RandomEntries;
import io.portolan.db.Database;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The journal, asked from within a caller's transaction that updates a row of its own, as a leg of a payment does. */
final class Joined implements PostingVariant {
    private static final int ROWS = 1_000;

    private final ConcurrentCallers callers;
    private final PostingSizes sizes;
    private final Meter meter;
    private final RandomEntries traffic;
    private final BenchmarkBook book;

    Joined(Server server, int callers, PostingSizes sizes) throws SQLException {
        this.callers = new ConcurrentCallers(callers);
        this.sizes = sizes;
        this.meter = new Meter(server);
        this.traffic = new RandomEntries(sizes.accounts(), callers);
        this.book = BenchmarkBook.create(server, "joined_" + callers, callers);
        createRows(server.app().user());
    }

    @Override
    public String title() {
        return "joined to the caller's transaction, callers: " + callers.count();
    }

    @Override
    public void warmUp() throws Exception {
        book.post(traffic.openings());
        callers.forEach(traffic.next(EntryKind.TWO_POSTINGS, sizes.single()), this::carryOut);
    }

    @Override
    public Throughput measureRound() throws Exception {
        List<JournalEntry> entries = traffic.next(EntryKind.TWO_POSTINGS, sizes.single());
        return new Throughput(
                entries.size(), 2L * entries.size(), meter.measure(() -> callers.forEach(entries, this::carryOut)));
    }

    @Override
    public void close() throws SQLException {
        book.close();
    }

    private void carryOut(JournalEntry entry) {
        Database database = book.database();
        int row = Math.floorMod(entry.key().hashCode(), ROWS);
        database.transactions().run(() -> {
            database.sql().execute("UPDATE trial_leg SET version = version + 1 WHERE id = ?", row);
            database.journal().post(List.of(entry));
        });
    }

    private void createRows(String app) throws SQLException {
        try (Connection connection = book.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE trial_leg (id INT PRIMARY KEY, version INT NOT NULL) ENGINE = InnoDB");
            statement.execute("GRANT SELECT, UPDATE ON trial_leg TO '" + app + "'@'%'");
            StringBuilder rows = new StringBuilder("INSERT INTO trial_leg (id, version) VALUES (0, 0)");
            for (int id = 1; id < ROWS; id++) {
                rows.append(",(").append(id).append(", 0)");
            }
            statement.execute(rows.toString());
        }
    }
}
