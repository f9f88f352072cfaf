package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.EntryKind;
import io.portolan.benchmarks.traffic.RandomEntries;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** What the ledger is compared with: one connection, tables of its own, and a plain transaction for each payment. Neither events nor hashes are stored. */
final class RowLockPosting implements PostingVariant {
    private static final List<String> TABLES = List.of("""
            CREATE TABLE bench_account (
                code VARCHAR(64) PRIMARY KEY, balance BIGINT NOT NULL, sequence BIGINT NOT NULL) ENGINE = InnoDB""", """
            CREATE TABLE bench_entry (
                id BIGINT AUTO_INCREMENT PRIMARY KEY, entry_key VARCHAR(160) NOT NULL UNIQUE,
                payment_id VARCHAR(24) NOT NULL, narrative VARCHAR(255) NOT NULL,
                recorded_at DATETIME(6) NOT NULL, INDEX (payment_id)) ENGINE = InnoDB""", """
            CREATE TABLE bench_posting (
                account_code VARCHAR(64) NOT NULL, sequence BIGINT NOT NULL, entry_id BIGINT NOT NULL,
                amount BIGINT NOT NULL, balance_before BIGINT NOT NULL, balance_after BIGINT NOT NULL,
                PRIMARY KEY (account_code, sequence), INDEX (entry_id)) ENGINE = InnoDB""");

    private static final String DATABASE = "portolan_row_locks";
    private static final long SEED = 1;

    private final Server server;
    private final PostingSizes sizes;
    private final Meter meter;
    private final RandomEntries randomEntries;
    private final PlainTransaction transaction;

    RowLockPosting(Server server, PostingSizes sizes) throws SQLException {
        this.server = server;
        this.sizes = sizes;
        this.meter = new Meter(server);
        this.randomEntries = new RandomEntries(sizes.accounts(), SEED);
        createTables();
        this.transaction = PlainTransaction.on(server.asOwner(DATABASE));
    }

    @Override
    public String title() {
        return "one by one with row locks, 2 postings";
    }

    @Override
    public void warmUp() throws SQLException {
        post(randomEntries.next(EntryKind.TWO_POSTINGS, sizes.single() / 4));
    }

    @Override
    public Throughput measureRound() throws Exception {
        List<JournalEntry> entries = randomEntries.next(EntryKind.TWO_POSTINGS, sizes.single());
        return new Throughput(entries.size(), 2L * entries.size(), meter.measure(() -> post(entries)));
    }

    @Override
    public void close() throws SQLException {
        transaction.close();
        try (Connection owner = server.asOwner("");
                Statement statement = owner.createStatement()) {
            statement.execute("DROP DATABASE " + DATABASE);
        }
    }

    private void post(List<JournalEntry> entries) throws SQLException {
        for (JournalEntry entry : entries) {
            transaction.post(entry);
        }
    }

    private void createTables() throws SQLException {
        try (Connection owner = server.asOwner("");
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
        try (Connection owner = server.asOwner(DATABASE);
                Statement statement = owner.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            String accounts = randomEntries.accounts().stream()
                    .map(account -> "('" + account.code() + "', 0, 0)")
                    .collect(Collectors.joining(","));
            statement.execute("INSERT INTO bench_account (code, balance, sequence) VALUES " + accounts);
        }
    }
}
