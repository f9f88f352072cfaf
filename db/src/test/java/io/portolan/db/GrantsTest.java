package io.portolan.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recorded stays as it is, whatever the application does: the server itself denies changes. */
@OnBothServers
class GrantsTest {
    private static final int TABLE_ACCESS_DENIED = 1142;
    private static final int COLUMN_ACCESS_DENIED = 1143;
    private static final List<String> RECORDED_ONCE = List.of(
            "book_event",
            "book_posting",
            "book_day_balance",
            "book_correction",
            "book_rejection",
            "payment_event",
            "payment_event_detail",
            "bank_call",
            "bank_callback",
            "plan",
            "movement",
            "instruction",
            "refund",
            "decision",
            "payment_break",
            "quote");

    private final TestDatabase db;

    GrantsTest(TestServer server) {
        this.db = TestDatabase.shared(server);
    }

    @Test
    void theApplicationCannotChangeThePostedBook() throws SQLException {
        post();
        try (Connection app =
                DriverManager.getConnection(db.url(), db.app().user(), db.app().password())) {
            requireDenied(app, "UPDATE book_posting SET amount = amount + 1");
            requireDenied(app, "UPDATE book_event SET narrative = 'another'");
            requireDenied(app, "DELETE FROM book_posting");
            requireDenied(app, "DELETE FROM book_event");
            requireDenied(app, "TRUNCATE TABLE book_posting");
            requireDenied(app, "DROP TABLE book_posting");
            requireDenied(app, "ALTER TABLE book_posting DROP CONSTRAINT ck_book_posting_posted");
            requireDenied(app, "REPLACE INTO book_event SELECT * FROM book_event LIMIT 1");
        }
    }

    @Test
    void whatIsPlannedInstructedAndDecidedIsFrozen() throws SQLException {
        try (Connection app =
                DriverManager.getConnection(db.url(), db.app().user(), db.app().password())) {
            requireDenied(app, "UPDATE movement SET amount = amount + 1");
            requireDenied(app, "UPDATE refund SET amount = amount + 1");
            requireDenied(app, "UPDATE plan SET made_at = NOW()", COLUMN_ACCESS_DENIED);
            requireDenied(app, "UPDATE instruction SET amount = amount + 1", COLUMN_ACCESS_DENIED);
            requireDenied(app, "UPDATE instruction SET send_until = NOW()", COLUMN_ACCESS_DENIED);
            requireDenied(app, "UPDATE decision SET maker = 'another'", COLUMN_ACCESS_DENIED);
            requireDenied(app, "UPDATE decision SET evidence_amount = 1", COLUMN_ACCESS_DENIED);
            requireDenied(app, "UPDATE payment_break SET amount = 0", COLUMN_ACCESS_DENIED);
        }
    }

    @Test
    void noRecordCanBeDeletedByTheApplication() throws SQLException {
        try (Connection app =
                DriverManager.getConnection(db.url(), db.app().user(), db.app().password())) {
            for (String table : RECORDED_ONCE) {
                requireDenied(app, "DELETE FROM " + table);
                requireDenied(app, "TRUNCATE TABLE " + table);
            }
            requireDenied(app, "DELETE FROM payment");
            requireDenied(app, "DELETE FROM book_account");
            requireDenied(app, "DELETE FROM book_hold");
            requireDenied(app, "DELETE FROM book_head");
            requireDenied(app, "UPDATE book_payment_balance SET balance = 1");
        }
    }

    @Test
    void everyTableIsReadByTheApplicationAndNoneIsForgotten() throws SQLException {
        try (Connection owner = db.asOwner();
                Statement statement = owner.createStatement();
                ResultSet tables = statement.executeQuery("SHOW TABLES")) {
            while (tables.next()) {
                String table = tables.getString(1);
                if (!table.equals("flyway_schema_history")) {
                    assertThat(db.database().sql().fetch("select count(*) from " + table))
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void theServerItselfRejectsAPostingThatDoesNotAddUp() throws SQLException {
        post();
        String offBalance =
                "INSERT INTO book_posting SELECT account_code, sequence + 1000, position, ordinal, recorded_at,"
                        + " business_date, value_date, 5, 0, 10, 16, 0, 0, hash FROM book_posting LIMIT 1";

        try (Connection app = DriverManager.getConnection(
                        db.url(), db.app().user(), db.app().password());
                Statement statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute(offBalance)).hasMessageContaining("ck_book_posting_posted");
        }
    }

    private void post() {
        Money amount = new Money(Currency.of("USD"), 5);
        AccountId one = new AccountId(AccountKind.NOSTRO, "G", amount.currency());
        AccountId other = new AccountId(AccountKind.IN_TRANSIT, "G", amount.currency());
        db.database()
                .journal()
                .post(List.of(new JournalEntry(
                        "grants", null, "test", List.of(Posting.debit(one, amount), Posting.credit(other, amount)))));
    }

    private static void requireDenied(Connection app, String sql) throws SQLException {
        requireDenied(app, sql, TABLE_ACCESS_DENIED);
    }

    private static void requireDenied(Connection app, String sql, int error) throws SQLException {
        try (Statement statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getErrorCode()).isEqualTo(error));
        }
    }
}
