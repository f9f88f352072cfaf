package io.portolan.db.audit;

import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredBook;
import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredHead;
import io.portolan.ledger.audit.stored.StoredPosting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** The book's tables, row by row, as the transaction of this SQL sees them. */
final class JdbcBook implements StoredBook {
    private static final String POSTINGS = """
            SELECT account_code, sequence, position, ordinal, recorded_at, business_date, value_date,
                   amount, hold_change, posted_before, posted_after, held_before, held_after, hash
            FROM book_posting FORCE INDEX (PRIMARY)""";

    private static final String IN_ORDER = " ORDER BY account_code, recorded_at, sequence";

    private final StreamingQuery query;

    JdbcBook(DSLContext sql) {
        this.query = new StreamingQuery(sql);
    }

    @Override
    public StoredHead head() {
        List<StoredHead> heads = new ArrayList<>();
        query.forEach(
                heads::add,
                row -> new StoredHead(row.number(1), row.text(2), row.textOrNull(3), row.hex(4)),
                "SELECT position, recorded_at, business_date, hash FROM book_head");
        return heads.getFirst();
    }

    @Override
    public void forEachEvent(Consumer<StoredEvent> consumer) {
        query.forEach(consumer, JdbcBook::event, """
                SELECT position, kind, event_key, request_hash, recorded_at, business_date, value_date,
                       payment_id, reference, narrative, body, hash
                FROM book_event FORCE INDEX (PRIMARY) ORDER BY position""");
    }

    @Override
    public void forEachPosting(Consumer<StoredPosting> consumer) {
        query.forEach(consumer, JdbcBook::posting, POSTINGS + IN_ORDER);
    }

    @Override
    public void forEachPostingOf(String account, Consumer<StoredPosting> consumer) {
        query.forEach(consumer, JdbcBook::posting, POSTINGS + " WHERE account_code = ?" + IN_ORDER, account);
    }

    @Override
    public Optional<StoredPosting> posting(String account, long sequence) {
        List<StoredPosting> postings = new ArrayList<>();
        query.forEach(
                postings::add,
                JdbcBook::posting,
                POSTINGS + " WHERE account_code = ? AND sequence = ?",
                account,
                sequence);
        return postings.stream().findFirst();
    }

    @Override
    public void forEachDerivedRow(Consumer<DerivedRow> consumer) {
        query.<DerivedRow>forEach(
                consumer,
                row -> new DerivedRow.Account(row.text(1), row.number(2), row.number(3), row.text(4)),
                "SELECT account_code, scale, overdraft_allowed + 0, status FROM book_account");
        query.<DerivedRow>forEach(
                consumer,
                row -> new DerivedRow.Hold(row.text(1), row.text(2), row.number(3), row.numberOrNull(4)),
                "SELECT hold_key, account_code, amount, ended_position FROM book_hold");
        query.<DerivedRow>forEach(
                consumer,
                row -> new DerivedRow.DayBalance(
                        row.text(1), row.text(2), row.number(3), row.number(4), row.number(5), row.hex(6)),
                "SELECT account_code, business_date, sequence, posted, held, hash FROM book_day_balance");
        query.<DerivedRow>forEach(
                consumer,
                row -> new DerivedRow.Correction(row.text(1), row.text(2), row.text(3), row.number(4), row.number(5)),
                "SELECT account_code, value_date, recorded_at, sequence, amount FROM book_correction");
        query.<DerivedRow>forEach(
                consumer,
                row -> new DerivedRow.PaymentBalance(row.text(1), row.text(2), row.number(3)),
                "SELECT account_code, payment_id, balance FROM book_payment_balance");
    }

    private static StoredEvent event(Row row) throws SQLException {
        return new StoredEvent(
                row.number(1),
                row.text(2),
                row.text(3),
                row.hex(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.textOrNull(8),
                row.textOrNull(9),
                row.text(10),
                row.text(11),
                row.hex(12));
    }

    private static StoredPosting posting(Row row) throws SQLException {
        return new StoredPosting(
                row.text(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.number(8),
                row.number(9),
                row.number(10),
                row.number(11),
                row.number(12),
                row.number(13),
                row.hex(14));
    }
}
