package io.portolan.benchmarks.posting;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A connection that posts an entry of two accounts as one transaction: lock, insert, update, commit. Its statements are prepared once. */
final class PlainTransaction implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement lock;
    private final PreparedStatement insertEntry;
    private final PreparedStatement insertPostings;
    private final PreparedStatement update;

    private PlainTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.lock = connection.prepareStatement(
                "SELECT code, balance, sequence FROM bench_account WHERE code IN (?, ?) ORDER BY code FOR UPDATE");
        this.insertEntry = connection.prepareStatement(
                "INSERT INTO bench_entry (entry_key, payment_id, narrative, recorded_at) VALUES (?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS);
        this.insertPostings =
                connection.prepareStatement("INSERT INTO bench_posting VALUES (?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?)");
        this.update = connection.prepareStatement("UPDATE bench_account SET balance = ?, sequence = ? WHERE code = ?");
    }

    static PlainTransaction on(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return new PlainTransaction(connection);
    }

    void post(JournalEntry entry) throws SQLException {
        Map<String, Row> rows = lock(entry.postings());
        long id = insert(entry);
        int column = 1;
        for (Posting posting : entry.postings()) {
            Row before = Objects.requireNonNull(rows.get(posting.account().code()));
            Row after = before.plus(posting.amount().minorUnits());
            column = setPosting(column, id, before, after);
            update(after);
        }
        insertPostings.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Map<String, Row> lock(List<Posting> postings) throws SQLException {
        int column = 1;
        for (AccountId account : postings.stream().map(Posting::account).toList()) {
            lock.setString(column++, account.code());
        }
        Map<String, Row> rows = new HashMap<>();
        try (ResultSet found = lock.executeQuery()) {
            while (found.next()) {
                Row row = new Row(found.getString(1), found.getLong(2), found.getLong(3));
                rows.put(row.code, row);
            }
        }
        return rows;
    }

    private long insert(JournalEntry entry) throws SQLException {
        insertEntry.setString(1, entry.key());
        insertEntry.setString(2, Objects.requireNonNull(entry.payment()).value());
        insertEntry.setString(3, entry.narrative());
        insertEntry.setTimestamp(4, Timestamp.from(Instant.now()));
        insertEntry.executeUpdate();
        try (ResultSet key = insertEntry.getGeneratedKeys()) {
            key.next();
            return key.getLong(1);
        }
    }

    private int setPosting(int first, long entry, Row before, Row after) throws SQLException {
        int column = first;
        insertPostings.setString(column++, after.code);
        insertPostings.setLong(column++, after.sequence);
        insertPostings.setLong(column++, entry);
        insertPostings.setLong(column++, after.balance - before.balance);
        insertPostings.setLong(column++, before.balance);
        insertPostings.setLong(column++, after.balance);
        return column;
    }

    private void update(Row after) throws SQLException {
        update.setLong(1, after.balance);
        update.setLong(2, after.sequence);
        update.setString(3, after.code);
        update.executeUpdate();
    }

    private record Row(String code, long balance, long sequence) {
        Row plus(long amount) {
            return new Row(code, balance + amount, sequence + 1);
        }
    }
}
