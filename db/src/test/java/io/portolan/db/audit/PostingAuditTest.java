package io.portolan.db.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditReport;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed of the postings behind the ledger's back is named, by both ways, and nothing that follows from it. */
@OnBothServers
class PostingAuditTest {
    private static final String NOSTRO = "NOSTRO:B:CNY";
    private static final String FLOAT = "FLOAT:house:CNY";
    private static final String THIRD = " WHERE account_code = '" + NOSTRO + "' AND sequence = 3";

    private final SampleBook book;

    PostingAuditTest(TestServer server) {
        this.book = SampleBook.on(server);
    }

    @AfterEach
    void restore() {
        book.restore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence = 300",
                "position = position + 1",
                "ordinal = ordinal + 1",
                "recorded_at = recorded_at + INTERVAL 1 MICROSECOND",
                "recorded_at = recorded_at + INTERVAL 1 YEAR",
                "business_date = business_date + INTERVAL 1 DAY",
                "value_date = value_date - INTERVAL 1 DAY",
                "amount = amount + 1",
                "amount = amount + 1, posted_after = posted_after + 1",
                "hold_change = 1, held_after = held_after + 1",
                "posted_before = posted_before - 1, amount = amount + 1",
                "held_before = 1, held_after = held_after + 1",
                "posted_after = posted_after + 1",
                "hash = UNHEX(SHA2('x', 256))",
                "hash = CONCAT(LEFT(hash, 31), CASE RIGHT(hash, 1) WHEN 'a' THEN 'b' ELSE 'a' END)"
            })
    void aChangedColumnOfAPostingIsNamed(String change) {
        book.corrupt("UPDATE book_posting SET " + change + THIRD);

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, NOSTRO, 3));
    }

    @Test
    void theReplaySaysWhichColumnDiffers() {
        book.corrupt("UPDATE book_posting SET amount = amount + 1, posted_after = posted_after + 1" + THIRD);

        AuditFinding finding = book.audit().byReplay().findings().getFirst();

        assertThat(finding.expected()).isEqualTo("amount 700, posted_after 40700");
        assertThat(finding.stored()).isEqualTo("amount 701, posted_after 40701");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 5})
    void aPostingThatIsGoneIsNamed(long sequence) {
        book.corrupt("DELETE FROM book_posting WHERE account_code = '" + NOSTRO + "' AND sequence = " + sequence);

        assertThat(book.reports()).allSatisfy(report -> {
            namesOnly(report, NOSTRO, sequence);
            assertThat(report.findings().getFirst().stored()).isEqualTo("none");
        });
    }

    @Test
    void anAccountWithoutItsPostingsIsNamed() {
        book.corrupt("DELETE FROM book_posting WHERE account_code = 'OWN_FUNDS:house:KWD'");

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, "OWN_FUNDS:house:KWD", 1));
    }

    @Test
    void aPostingThatWasAddedIsNamed() {
        book.corrupt("INSERT INTO book_posting SELECT account_code, sequence + 1, position, ordinal, recorded_at,"
                + " business_date, value_date, amount, hold_change, posted_after, posted_after + amount, held_after,"
                + " held_after + hold_change, hash FROM saved_book_posting WHERE account_code = '" + NOSTRO
                + "' ORDER BY sequence DESC LIMIT 1");

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, NOSTRO, lastOf(NOSTRO)));
    }

    @Test
    void aPostingToAnAccountThatNoEventKnowsIsNamed() {
        book.corrupt(
                "INSERT INTO book_posting SELECT 'SUSPENSE:house:CNY', 1, position, ordinal, recorded_at, business_date,"
                        + " value_date, amount, 0, 0, amount, 0, 0, hash FROM saved_book_posting" + THIRD);

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, "SUSPENSE:house:CNY", 1));
    }

    @Test
    void postingsSwappedBetweenTwoAccountsAreBothNamed() {
        book.corrupt(
                "UPDATE book_posting SET account_code = 'x'" + THIRD,
                "UPDATE book_posting SET account_code = '" + NOSTRO + "' WHERE account_code = '" + FLOAT
                        + "' AND sequence = 3",
                "UPDATE book_posting SET account_code = '" + FLOAT + "' WHERE account_code = 'x'");

        for (AuditReport report : book.reports()) {
            assertThat(report.findings())
                    .as(report.method())
                    .extracting(AuditFinding::row)
                    .containsExactlyInAnyOrder(
                            new AuditFinding.RowId.OfPosting(NOSTRO, 3), new AuditFinding.RowId.OfPosting(FLOAT, 3));
        }
    }

    @Test
    void aPostingMovedToAnotherAccountIsMissedWhereItWas() {
        book.corrupt("UPDATE book_posting SET account_code = 'NOSTRO:C:CNY'" + THIRD);

        for (AuditReport report : book.reports()) {
            assertThat(report.findings()).as(report.method()).hasSize(2);
            assertThat(report.findings())
                    .extracting(AuditFinding::row)
                    .contains(new AuditFinding.RowId.OfPosting(NOSTRO, 3));
            assertThat(report.findings()).extracting(AuditFinding::account).doesNotContainNull();
        }
    }

    @Test
    void aLastPostingWithAHashThatFitsDisagreesWithItsEvent() {
        long last = lastOf(NOSTRO);
        book.corrupt(
                "UPDATE book_posting SET amount = amount + 1, posted_after = posted_after + 1 WHERE account_code = '"
                        + NOSTRO + "' AND sequence = " + last);

        book.rehash(NOSTRO, last);

        List<AuditReport> reports = book.reports();
        assertThat(reports).allSatisfy(report -> namesOnly(report, NOSTRO, last));
    }

    private long lastOf(String account) {
        return Long.parseLong(
                book.query("SELECT MAX(sequence) FROM book_posting WHERE account_code = '" + account + "'"));
    }

    private static void namesOnly(AuditReport report, String account, long sequence) {
        assertThat(report.findings()).as(report.method()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(new AuditFinding.RowId.OfPosting(account, sequence));
            assertThat(finding.account()).hasToString(account);
        });
    }
}
