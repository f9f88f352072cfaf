package io.portolan.db.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditReport;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What payments have is added up again from the events and from the postings, and compared with what is stored. */
@OnBothServers
class PaymentBalanceAuditTest {
    private static final String PAYABLE = "PAYABLE:acme:CNY";

    private final SampleBook book;

    PaymentBalanceAuditTest(TestServer server) {
        this.book = SampleBook.on(server);
    }

    @AfterEach
    void restore() {
        book.restore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE book_payment_balance SET balance = balance - 1",
                "UPDATE book_payment_balance SET balance = -balance",
                "UPDATE book_payment_balance SET balance = 0",
                "DELETE FROM book_payment_balance"
            })
    void aChangedBalanceOfAPaymentIsNamed(String change) {
        book.corrupt(change + " WHERE account_code = '" + PAYABLE + "' AND payment_id = '" + SampleBook.ONE + "'");

        assertThat(book.reports()).allSatisfy(report -> {
            namesOnly(report, PAYABLE + " " + SampleBook.ONE);
            assertThat(report.findings().getFirst().expected()).contains("-300");
        });
    }

    @Test
    void theBalanceOfEntriesWithoutPaymentIsNamedByItsAccount() {
        book.corrupt("UPDATE book_payment_balance SET balance = -51 WHERE payment_id = ''");

        assertThat(book.reports()).allSatisfy(report -> {
            namesOnly(report, PAYABLE);
            assertThat(report.findings().getFirst().expected()).contains("-50");
            assertThat(report.findings().getFirst().stored()).contains("-51");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {PAYABLE, "FLOAT:house:CNY", "UNCLAIMED_REFUND:acme:CNY"})
    void aBalanceThatNoPostingMadeIsNamed(String account) {
        book.corrupt("INSERT INTO book_payment_balance VALUES ('" + account + "', '" + SampleBook.OTHER + "', -5)");

        assertThat(book.reports()).allSatisfy(report -> {
            namesOnly(report, account + " " + SampleBook.OTHER);
            assertThat(report.findings().getFirst().expected()).isEqualTo("none");
            assertThat(report.findings().getFirst().stored()).contains("-5");
        });
    }

    @Test
    void aBalanceOfZeroThatShouldHaveNoRowIsNamed() {
        book.corrupt("INSERT INTO book_payment_balance VALUES ('" + PAYABLE + "', '" + SampleBook.OTHER + "', 0)");

        assertThat(book.reports()).allSatisfy(report -> namesOnly(report, PAYABLE + " " + SampleBook.OTHER));
    }

    @Test
    void moneyOfOnePaymentThatAnotherSpentIsNamedThoughAllHashesFit() {
        long position = Long.parseLong(book.query("SELECT position FROM book_event WHERE event_key = 'spend/2'"));
        book.corrupt("UPDATE book_event SET payment_id = '" + SampleBook.ONE + "' WHERE position = " + position);
        book.rehashFrom(position);

        assertThat(book.audit().byReplay().findings()).first().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(new AuditFinding.RowId.OfEvent(position, "spend/2"));
            assertThat(finding.expected()).isEqualTo("money that belongs to " + SampleBook.ONE + " on " + PAYABLE);
            assertThat(finding.stored()).isEqualTo("a balance of 100 after it");
        });
        assertThat(book.audit().bySql().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.row())
                    .isEqualTo(new AuditFinding.RowId.OfDerivedRow(
                            "book_payment_balance", PAYABLE + " " + SampleBook.ONE));
            assertThat(finding.expected()).contains("event " + position + " (spend/2)");
            assertThat(finding.stored()).isEqualTo("a balance of 100 after it");
        });
    }

    @Test
    void theStatementsKnowTheKindsThatHoldCustomerMoney() {
        assertThat(PaymentBalanceStatements.KINDS)
                .containsExactlyElementsOf(Arrays.stream(AccountKind.values())
                        .filter(AccountKind::holdsCustomerMoney)
                        .map(AccountKind::name)
                        .toList());
        assertThat(AccountKind.values())
                .filteredOn(AccountKind::holdsCustomerMoney)
                .extracting(AccountKind::normalSide)
                .containsOnly(AccountKind.Side.CREDIT);
    }

    private static void namesOnly(AuditReport report, String key) {
        assertThat(report.findings())
                .as(report.method())
                .singleElement()
                .satisfies(finding -> assertThat(finding.row())
                        .isEqualTo(new AuditFinding.RowId.OfDerivedRow("book_payment_balance", key)));
    }
}
