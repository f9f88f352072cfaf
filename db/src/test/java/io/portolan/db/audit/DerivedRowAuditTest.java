package io.portolan.db.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows derived from events and postings are compared with them, by both ways. */
@OnBothServers
class DerivedRowAuditTest {
    private final SampleBook book;

    DerivedRowAuditTest(TestServer server) {
        this.book = SampleBook.on(server);
    }

    @AfterEach
    void restore() {
        book.restore();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account 'FLOAT:house:CNY' | UPDATE book_account SET scale = 3",
                "account 'FLOAT:house:CNY' | UPDATE book_account SET overdraft_allowed = 1",
                "account 'FLOAT:house:CNY' | UPDATE book_account SET status = 'CLOSED'",
                "account 'FLOAT:house:CNY' | UPDATE book_account SET status = 'x'",
                "account 'SUSPENSE:house:CNY' | UPDATE book_account SET status = 'OPEN'",
                "account 'FLOAT:house:CNY' | DELETE FROM book_account",
                "hold 'hold/open' | UPDATE book_hold SET amount = 6",
                "hold 'hold/open' | UPDATE book_hold SET account_code = 'FLOAT:house:KWD'",
                "hold 'hold/open' | UPDATE book_hold SET ended_position = 3",
                "hold 'hold/settled' | UPDATE book_hold SET ended_position = NULL",
                "hold 'hold/released' | UPDATE book_hold SET ended_position = ended_position + 1",
                "hold 'hold/open' | DELETE FROM book_hold",
                "hold 'hold/settled' | DELETE FROM book_hold"
            })
    void aChangedAccountOrHoldIsNamed(String row, String change) {
        String table = "book_" + row.substring(0, row.indexOf(' '));
        String key = row.substring(row.indexOf('\'') + 1, row.lastIndexOf('\''));
        String column = table.equals("book_hold") ? "hold_key" : "account_code";

        book.corrupt(change + " WHERE " + column + " = '" + key + "'");

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, table, key));
    }

    @Test
    void anAccountOrHoldThatNoEventKnowsIsNamed() {
        book.corrupt("INSERT INTO book_account VALUES ('NOSTRO:X:CNY', 2, 1, 'OPEN')");
        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, "book_account", "NOSTRO:X:CNY"));
        book.restore();

        book.corrupt("INSERT INTO book_hold VALUES ('hold/x', 'FLOAT:house:CNY', 3, NULL)");
        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, "book_hold", "hold/x"));
    }

    @Test
    void whetherAnAccountIsFrozenIsSeenByTheReplayAlone() {
        book.corrupt("UPDATE book_account SET status = 'OPEN' WHERE account_code = 'OWN_FUNDS:house:KWD'");

        namesOnly(book.audit().byReplay(), "book_account", "OWN_FUNDS:house:KWD");
        assertThat(book.audit().bySql().isClean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE book_day_balance SET sequence = sequence - 1",
                "UPDATE book_day_balance SET posted = posted + 1",
                "UPDATE book_day_balance SET held = held + 1",
                "UPDATE book_day_balance SET hash = UNHEX(SHA2('x', 256))",
                "DELETE FROM book_day_balance"
            })
    void aChangedDayBalanceIsNamed(String change) {
        String date = book.query("SELECT MIN(business_date) FROM book_day_balance");

        book.corrupt(change + " WHERE account_code = 'NOSTRO:B:CNY' AND business_date = '" + date + "'");

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, "book_day_balance", "NOSTRO:B:CNY " + date));
    }

    @Test
    void aDayOfAnAccountThatDidNotChangeIsNamed() {
        String open = book.query("SELECT business_date FROM book_head");

        book.corrupt("INSERT INTO book_day_balance SELECT account_code, '" + open + "', sequence, posted, held, hash"
                + " FROM saved_book_day_balance WHERE account_code = 'OWN_FUNDS:house:KWD' LIMIT 1");

        assertThat(book.reports())
                .allSatisfy(report -> namesOnly(report, "book_day_balance", "OWN_FUNDS:house:KWD " + open));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE book_correction SET amount = amount + 1",
                "UPDATE book_correction SET recorded_at = recorded_at + INTERVAL 1 MICROSECOND",
                "DELETE FROM book_correction"
            })
    void aChangedCorrectionIsNamed(String change) {
        String key = book.query("SELECT CONCAT_WS(' ', account_code, value_date, sequence) FROM book_correction"
                + " WHERE account_code = 'NOSTRO:B:JPY'");

        book.corrupt(change + " WHERE account_code = 'NOSTRO:B:JPY'");

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, "book_correction", key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position = position - 1",
                "position = position + 1",
                "recorded_at = recorded_at + INTERVAL 1 SECOND",
                "business_date = business_date + INTERVAL 1 DAY",
                "business_date = NULL",
                "hash = UNHEX(SHA2('x', 256))"
            })
    void aChangedHeadIsNamed(String change) {
        book.corrupt("UPDATE book_head SET " + change);

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, "book_head", ""));
    }

    private static void namesOnly(AuditReport report, String table, String key) {
        assertThat(report.findings())
                .as(report.method())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.row()).isEqualTo(new AuditFinding.RowId.OfDerivedRow(table, key)));
    }
}
