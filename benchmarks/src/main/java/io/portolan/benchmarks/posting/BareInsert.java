package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.BenchmarkBook;
import io.portolan.benchmarks.traffic.EntryKind;
import io.portolan.benchmarks.traffic.RandomEntries;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The ceiling, which is what the server itself can do: the rows that the journal would write, inserted by one connection into the same tables, as many transactions in a
 * commit as the journal takes at most. Deciding, hashing and writing the SQL are over before the clock starts.
 */
final class BareInsert implements PostingVariant {
    /** The batched variants use the same accounts and amounts. */
    static final long SEED = 1;

    private static final int TRANSACTIONS_PER_COMMIT = 1_024;

    private final PostingSizes sizes;
    private final Meter meter;
    private final RandomEntries randomEntries;
    private final BenchmarkBook book;
    private final Connection connection;
    private final BareInsertSql bare = new BareInsertSql();

    BareInsert(Server server, PostingSizes sizes) throws SQLException {
        this.sizes = sizes;
        this.meter = new Meter(server);
        this.randomEntries = new RandomEntries(sizes.accounts(), SEED);
        this.book = BenchmarkBook.create(server, "bare_insert");
        this.connection = book.asOwner();
        connection.setAutoCommit(false);
    }

    @Override
    public String title() {
        return "bare INSERT of the same rows, 2 postings";
    }

    @Override
    public void warmUp() throws SQLException {
        execute(commits(randomEntries.openings()));
        execute(commits(randomEntries.next(EntryKind.TWO_POSTINGS, sizes.warmUp())));
    }

    @Override
    public Throughput measureRound() throws Exception {
        List<List<String>> commits = commits(randomEntries.next(EntryKind.TWO_POSTINGS, sizes.batched()));
        return new Throughput(sizes.batched(), 2L * sizes.batched(), meter.measure(() -> execute(commits)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        book.close();
    }

    private List<List<String>> commits(List<JournalEntry> entries) {
        List<List<String>> commits = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += TRANSACTIONS_PER_COMMIT) {
            commits.add(
                    bare.statements(entries.subList(from, Math.min(entries.size(), from + TRANSACTIONS_PER_COMMIT))));
        }
        return commits;
    }

    private void execute(List<List<String>> commits) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (List<String> commit : commits) {
                for (String sql : commit) {
                    statement.executeUpdate(sql);
                }
                connection.commit();
            }
        }
    }
}
