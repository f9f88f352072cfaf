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

/** Whatever is changed of the events behind the ledger's back is named, by both ways. */
@OnBothServers
class EventAuditTest {
    private static final int MAX_FINDINGS = 6;

    private final SampleBook book;

    EventAuditTest(TestServer server) {
        this.book = SampleBook.on(server);
    }

    @AfterEach
    void restore() {
        book.restore();
    }

    @Test
    void aConsistentBookVerifies() {
        AuditReport replay = book.audit().byReplay();
        AuditReport sql = book.audit().bySql();

        assertThat(replay.findings()).isEmpty();
        assertThat(sql.findings()).isEmpty();
        assertThat(List.of(replay.events(), replay.postings(), replay.accounts(), replay.days()))
                .isEqualTo(List.of(sql.events(), sql.postings(), sql.accounts(), sql.days()));
        assertThat(replay.postings()).isEqualTo(Long.parseLong(book.query("SELECT COUNT(*) FROM book_posting")));
        assertThat(replay.days()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'CORRECTED'",
                "kind = 'DAY_CLOSED'",
                "kind = 'unheard of'",
                "event_key = 'pay/X'",
                "request_hash = UNHEX(SHA2('x', 256))",
                "recorded_at = recorded_at + INTERVAL 1 MICROSECOND",
                "recorded_at = recorded_at - INTERVAL 1 YEAR",
                "business_date = business_date + INTERVAL 1 DAY",
                "value_date = value_date - INTERVAL 1 DAY",
                "payment_id = NULL",
                "payment_id = INSERT(payment_id, 10, 1, 'x')",
                "reference = 'hold/open'",
                "reference = NULL",
                "narrative = 'another'",
                "narrative = CONCAT(narrative, ' ')",
                "body = REPLACE(body, ' 700 ', ' 701 ')",
                "body = REPLACE(REPLACE(body, ' 700 ', ' 701 '), ' -700 ', ' -701 ')",
                "body = REPLACE(body, 'NOSTRO:B:CNY', 'NOSTRO:C:CNY')",
                "body = CONCAT(body, ' ')",
                "body = ''",
                "body = 'gibberish'",
                "hash = UNHEX(SHA2('x', 256))",
                "hash = CONCAT(LEFT(hash, 31), CASE RIGHT(hash, 1) WHEN 'a' THEN 'b' ELSE 'a' END)"
            })
    void aChangedColumnOfAnEventIsNamed(String change) {
        long position = position("pay/1");

        book.corrupt("UPDATE book_event SET " + change + " WHERE position = " + position);

        for (AuditReport report : book.reports()) {
            assertThat(entries(report)).as(report.method()).hasSizeBetween(1, MAX_FINDINGS);
            assertThat(entries(report).getFirst())
                    .isInstanceOfSatisfying(
                            AuditFinding.RowId.OfEvent.class,
                            event -> assertThat(event.position()).isEqualTo(position));
            assertThat(entries(report)).as(report.method()).noneMatch(AuditFinding.RowId.OfPosting.class::isInstance);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay/1", "hold/settled", "fund/KWD", "late/1", "wrong/1", "freeze/1", "day/"})
    void anEventThatIsGoneIsNamed(String key) {
        long position = position(key);

        book.corrupt("DELETE FROM book_event WHERE position = " + position);

        for (AuditReport report : book.reports()) {
            assertThat(entries(report)).as(report.method()).hasSizeBetween(1, MAX_FINDINGS);
            assertThat(entries(report).getFirst()).isEqualTo(new AuditFinding.RowId.OfEvent(position, ""));
            assertThat(entries(report)).as(report.method()).noneMatch(AuditFinding.RowId.OfPosting.class::isInstance);
        }
    }

    @Test
    void aLastEventThatIsGoneIsNamedAsTheHeadHasSeenIt() {
        long last = position("pay/4");

        book.corrupt("DELETE FROM book_event WHERE position >= " + (last - 1));

        for (AuditReport report : book.reports()) {
            assertThat(entries(report).getFirst()).isEqualTo(new AuditFinding.RowId.OfEvent(last - 1, ""));
            assertThat(entries(report)).as(report.method()).allMatch(AuditFinding.RowId.OfEvent.class::isInstance);
        }
    }

    @Test
    void anEventThatWasAddedIsNamed() {
        long added = position("pay/4") + 1;

        book.corrupt("INSERT INTO book_event SELECT " + added + ", kind, 'added', request_hash,"
                + " recorded_at + INTERVAL 1 SECOND, business_date, value_date, payment_id, reference, narrative, body,"
                + " hash FROM saved_book_event WHERE event_key = 'pay/4'");

        for (AuditReport report : book.reports()) {
            assertThat(entries(report).getFirst()).isEqualTo(new AuditFinding.RowId.OfEvent(added, "added"));
        }
    }

    @Test
    void eventsThatWereAllRehashedDisagreeWithTheFirstPostingOfEachAccount() {
        long position = position("pay/2");
        book.corrupt("UPDATE book_event SET body = REPLACE(REPLACE(body, ' 40 ', ' 41 '), ' -40 ', ' -41 ')"
                + " WHERE position = " + position);

        book.rehashFrom(position);

        for (AuditReport report : book.reports()) {
            assertThat(entries(report))
                    .as(report.method())
                    .contains(postingOf("NOSTRO:B:CNY", position), postingOf("FLOAT:house:CNY", position));
            assertThat(report.findings()).extracting(AuditFinding::account).isNotEmpty();
        }
    }

    @Test
    void aMerkleRootIsSeenByTheReplayAlone() {
        long position = position("day/");
        book.corrupt("UPDATE book_event SET body = INSERT(body, 20, 1, 'x') WHERE position = " + position);

        book.rehashFrom(position);

        assertThat(entries(book.audit().byReplay()).getFirst())
                .isInstanceOfSatisfying(
                        AuditFinding.RowId.OfEvent.class,
                        event -> assertThat(event.position()).isEqualTo(position));
        assertThat(book.audit().bySql().isClean()).isTrue();
    }

    @Test
    void moneyFromNothingIsNamedThoughAllHashesFit() {
        long position = position("pay/4");
        book.corrupt("UPDATE book_event SET body = REPLACE(body, ' 42 ', ' 43 ') WHERE position = " + position);

        book.rehashFrom(position);

        for (AuditReport report : book.reports()) {
            assertThat(report.findings().getFirst().expected())
                    .as(report.method())
                    .isEqualTo("a sum of 0 JPY");
            assertThat(report.findings().getFirst().stored()).isEqualTo("1");
            assertThat(entries(report).getFirst()).isEqualTo(new AuditFinding.RowId.OfEvent(position, "pay/4"));
        }
    }

    private AuditFinding.RowId postingOf(String account, long position) {
        return new AuditFinding.RowId.OfPosting(
                account,
                Long.parseLong(book.query("SELECT MIN(sequence) FROM book_posting WHERE account_code = '" + account
                        + "' AND position = " + position)));
    }

    private long position(String key) {
        return Long.parseLong(
                book.query("SELECT MIN(position) FROM saved_book_event WHERE event_key LIKE '" + key + "%'"));
    }

    private static List<AuditFinding.RowId> entries(AuditReport report) {
        return report.findings().stream().map(AuditFinding::row).toList();
    }
}
