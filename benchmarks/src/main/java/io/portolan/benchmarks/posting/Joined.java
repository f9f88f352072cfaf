package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.Callers;
import io.portolan.benchmarks.traffic.Shape;
import io.portolan.benchmarks.traffic.Traffic;
import io.portolan.benchmarks.traffic.TrialBook;
import io.portolan.db.Database;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The journal, asked from within a caller's transaction that updates a row of its own, as a leg of a payment does. */
final class Joined implements PostingRow {
    private static final int ROWS = 1_000;

    private final Callers callers;
    private final PostingSizes sizes;
    private final Meter meter;
    private final Traffic traffic;
    private final TrialBook book;

    Joined(Server server, int callers, PostingSizes sizes) throws SQLException {
        this.callers = new Callers(callers);
        this.sizes = sizes;
        this.meter = new Meter(server);
        this.traffic = new Traffic(sizes.accounts(), callers);
        this.book = TrialBook.create(server, "joined_" + callers, callers);
        createRows(server.app().user());
    }

    @Override
    public String title() {
        return "joined to the caller's transaction, callers: " + callers.count();
    }

    @Override
    public void warmUp() throws Exception {
        book.post(traffic.openings());
        callers.each(traffic.next(Shape.TWO_LEGS, sizes.single()), this::carryOut);
    }

    @Override
    public Throughput round() throws Exception {
        List<JournalEntry> entries = traffic.next(Shape.TWO_LEGS, sizes.single());
        return new Throughput(
                entries.size(), 2L * entries.size(), meter.measure(() -> callers.each(entries, this::carryOut)));
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
