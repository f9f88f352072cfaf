package io.portolan.benchmarks.posting;

import io.portolan.benchmarks.server.Meter;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.traffic.ConcurrentCallers;
import io.portolan.benchmarks.traffic.EntryKind;
import io.portolan.benchmarks.traffic.RandomEntries;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;

/** What the ledger is compared with: tables of its own, and a plain transaction for each payment. Neither events nor hashes are kept. */
final class RowLockPosting implements PostingVariant {
    private static final List<String> TABLES = List.of("""
            CREATE TABLE trial_account (
                code VARCHAR(64) PRIMARY KEY, balance BIGINT NOT NULL, sequence BIGINT NOT NULL) ENGINE = InnoDB""", """
            CREATE TABLE trial_entry (
                id BIGINT AUTO_INCREMENT PRIMARY KEY, entry_key VARCHAR(160) NOT NULL UNIQUE, payment_id VARCHAR(24) NOT NULL,
                narrative VARCHAR(255) NOT NULL, recorded_at DATETIME(6) NOT NULL, INDEX (payment_id)) ENGINE = InnoDB""", """
            CREATE TABLE trial_line (
                account_code VARCHAR(64) NOT NULL, sequence BIGINT NOT NULL, entry_id BIGINT NOT NULL, amount BIGINT NOT NULL,
                balance_before BIGINT NOT NULL, balance_after BIGINT NOT NULL,
                PRIMARY KEY (account_code, sequence), INDEX (entry_id)) ENGINE = InnoDB""");

    private final Server server;
    private final String database;
    private final PostingSizes sizes;
    private final Meter meter;
    private final RandomEntries traffic;
    private final BlockingQueue<PlainTransaction> connections;

    RowLockPosting(Server server, int connections, PostingSizes sizes) throws SQLException {
        this.server = server;
        this.database = "portolan_rows_" + connections;
        this.sizes = sizes;
        this.meter = new Meter(server);
        this.traffic = new RandomEntries(sizes.accounts(), connections);
        this.connections = new ArrayBlockingQueue<>(connections);
        createTables();
        for (int i = 0; i < connections; i++) {
            this.connections.add(PlainTransaction.on(server.asOwner(database)));
        }
    }

    @Override
    public String title() {
        return "one by one with row locks, connections: " + (connections.size() + connections.remainingCapacity());
    }

    @Override
    public void warmUp() throws Exception {
        each(traffic.next(EntryKind.TWO_POSTINGS, sizes.single() / 4));
    }

    @Override
    public Throughput measureRound() throws Exception {
        List<JournalEntry> entries = traffic.next(EntryKind.TWO_POSTINGS, sizes.single());
        return new Throughput(entries.size(), 2L * entries.size(), meter.measure(() -> each(entries)));
    }

    @Override
    public void close() throws SQLException {
        List<PlainTransaction> open = new ArrayList<>();
        connections.drainTo(open);
        for (PlainTransaction connection : open) {
            connection.close();
        }
        try (Connection owner = server.asOwner("");
                Statement statement = owner.createStatement()) {
            statement.execute("DROP DATABASE " + database);
        }
    }

    private void each(List<JournalEntry> entries) throws Exception {
        new ConcurrentCallers(connections.size()).forEach(entries, entry -> {
            PlainTransaction mine = connections.take();
            try {
                mine.post(entry);
            } finally {
                connections.add(mine);
            }
        });
    }

    private void createTables() throws SQLException {
        try (Connection owner = server.asOwner("");
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
        try (Connection owner = server.asOwner(database);
                Statement statement = owner.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            String accounts = traffic.accounts().stream()
                    .map(account -> "('" + account.code() + "', 0, 0)")
                    .collect(Collectors.joining(","));
            statement.execute("INSERT INTO trial_account (code, balance, sequence) VALUES " + accounts);
        }
    }
}
