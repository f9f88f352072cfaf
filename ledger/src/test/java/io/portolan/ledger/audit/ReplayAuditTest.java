package io.portolan.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditReport;
import io.portolan.domain.ledger.DayTotals;
import io.portolan.ledger.audit.replay.Sha256;
import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredPosting;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventHeader;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventPosting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The replay against events that the engine applies without deciding about them first: it is not misled by hashes that fit. */
class ReplayAuditTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final AccountId A = AccountId.parse("NOSTRO:A:CNY");
    private static final AccountId B = AccountId.parse("FLOAT:house:CNY");
    private static final AccountId PAYABLE = AccountId.parse("PAYABLE:acme:CNY");
    private static final PaymentId ONE = new PaymentId("pay_" + "1".repeat(20));
    private static final PaymentId OTHER = new PaymentId("pay_" + "2".repeat(20));

    private final AppliedBook stored = new AppliedBook();
    private LocalDate today = DAY;

    @BeforeEach
    void open() {
        stored.apply(new Event.BookOpened(header("book")));
        change(EventKind.ACCOUNT_OPENED, A);
        change(EventKind.ACCOUNT_OPENED, B);
        stored.apply(new Event.AccountChanged(header("payable"), EventKind.ACCOUNT_OPENED, PAYABLE, 2, false, ""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatTheEngineAppliesVerifies(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            change(EventKind.ACCOUNT_OPENED, account(i));
        }
        for (int i = 0; i < 500; i++) {
            AccountId one = account(random.nextInt(10));
            AccountId other = account(10 + random.nextInt(10));
            post("post/" + i, null, EventPosting.posting(one, i + 1), EventPosting.posting(other, -i - 1));
            if (random.nextInt(50) == 0) {
                closeDay(stored.book().totalsOf(today));
            }
        }

        AuditReport report = ReplayAudit.of(stored);

        assertThat(report.findings()).isEmpty();
        assertThat(report.postings()).isEqualTo(1_000);
        assertThat(report.accounts()).isEqualTo(23);
    }

    @Test
    void holdsThatAreOpenReleasedAndSettledVerify() {
        changeBalances(EventKind.HELD, "h/1", null, EventPosting.hold(A, 5));
        changeBalances(EventKind.HELD, "h/2", null, EventPosting.hold(A, 6));
        changeBalances(EventKind.HELD, "h/3", null, EventPosting.hold(A, 7));
        changeBalances(EventKind.RELEASED, "h/1/released", "h/1", EventPosting.hold(A, -5));
        post("p", "h/2", EventPosting.posting(A, -6), EventPosting.posting(B, 6), EventPosting.hold(A, -6));

        assertThat(ReplayAudit.of(stored).findings()).isEmpty();
    }

    @Test
    void anEntryOffBalanceIsFound() {
        post("p", null, EventPosting.posting(A, 5), EventPosting.posting(B, -4));

        finds("p", "a sum of 0 CNY", "1");
    }

    @Test
    void aPostingToAFrozenAccountIsFound() {
        change(EventKind.ACCOUNT_FROZEN, A);
        post("p", null, EventPosting.posting(A, 5), EventPosting.posting(B, -5));

        finds("p", "NOSTRO:A:CNY open", "FROZEN");
    }

    @Test
    void aBalanceThatWrappedAroundIsFound() {
        post("p/1", null, EventPosting.posting(A, Long.MAX_VALUE), EventPosting.posting(B, -Long.MAX_VALUE));
        post("p/2", null, EventPosting.posting(A, 2), EventPosting.posting(B, -2));

        finds(
                "p/2",
                "balances of NOSTRO:A:CNY that fit, with no negative hold",
                "NOSTRO:A:CNY 2 0;FLOAT:house:CNY -2 0");
    }

    @Test
    void moneyOfOneCustomerThatWasSpentForAnotherIsFound() {
        pay("in/1", ONE, 500);
        pay("in/2", OTHER, 400);
        pay("out", ONE, -501);

        finds("out", "money that belongs to " + ONE + " on PAYABLE:acme:CNY", "a balance of 1 after it");
    }

    @Test
    void whatPaymentsHaveVerifiesUntilARowOfItDiffers() {
        pay("in/1", ONE, 500);
        pay("in/2", OTHER, 400);
        pay("out", ONE, -500);
        assertThat(ReplayAudit.of(stored).findings()).isEmpty();

        stored.addDerivedRow(new DerivedRow.PaymentBalance("PAYABLE:acme:CNY", ONE.value(), -7));

        assertThat(ReplayAudit.of(stored).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.row())
                    .isEqualTo(new AuditFinding.RowId.OfDerivedRow("book_payment_balance", "PAYABLE:acme:CNY " + ONE));
            assertThat(finding.expected()).isEqualTo("none");
            assertThat(finding.stored()).contains("balance=-7");
        });
    }

    @Test
    void aReleaseOfMoreThanWasHeldIsFound() {
        changeBalances(EventKind.HELD, "h", null, EventPosting.hold(A, 5));
        changeBalances(EventKind.RELEASED, "h/released", "h", EventPosting.hold(A, -4));

        finds("h/released", "NOSTRO:A:CNY 0 -5 at the end", "NOSTRO:A:CNY 0 -4");
    }

    @Test
    void aReleaseOfNothingIsFound() {
        changeBalances(EventKind.RELEASED, "h/released", "h", EventPosting.hold(A, 5));

        finds("h/released", "an open hold", "h");
    }

    @Test
    void aClosedDayWithWrongTotalsIsFound() {
        post("p", null, EventPosting.posting(A, 5), EventPosting.posting(B, -5));
        DayTotals right = stored.book().totalsOf(today);
        closeDay(new DayTotals(right.accounts(), right.merkleRoot().replace('a', 'b'), right.totals()));

        assertThat(ReplayAudit.of(stored).findings().getFirst().row())
                .isEqualTo(new AuditFinding.RowId.OfEvent(6, "day/2026-11-21"));
    }

    @Test
    void aPostingRewrittenToTheEndOfItsAccountIsNamedAtItsBeginning() {
        for (int i = 1; i <= 5; i++) {
            post("p/" + i, null, EventPosting.posting(A, 10), EventPosting.posting(B, -10));
        }
        String hash = stored.posting(6).hash();
        for (int index = 7; index < 10; index++) {
            StoredPosting rewritten = raised(stored.posting(index), index == 7 ? 1 : 0);
            hash = new Sha256().of(rewritten.hashedText(hash));
            stored.replacePosting(index, rewritten.withHash(hash));
        }

        assertThat(ReplayAudit.of(stored).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(new AuditFinding.RowId.OfPosting("NOSTRO:A:CNY", 3));
            assertThat(finding.expected()).startsWith("amount 10, posted_after 30, hash ");
            assertThat(finding.stored()).startsWith("amount 11, posted_after 31, hash ");
            assertThat(finding.account()).isEqualTo(A);
        });
    }

    private void finds(String key, String expected, String found) {
        assertThat(ReplayAudit.of(stored).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.row())
                    .isEqualTo(new AuditFinding.RowId.OfEvent(stored.book().position(), key));
            assertThat(finding.expected()).isEqualTo(expected);
            assertThat(finding.stored()).isEqualTo(found);
        });
    }

    private static StoredPosting raised(StoredPosting posting, long amount) {
        return new StoredPosting(
                posting.account(),
                posting.sequence(),
                posting.position(),
                posting.ordinal(),
                posting.recordedAt(),
                posting.businessDate(),
                posting.valueDate(),
                posting.amount() + amount,
                posting.holdChange(),
                posting.postedBefore() + 1 - amount,
                posting.postedAfter() + 1,
                posting.heldBefore(),
                posting.heldAfter(),
                "");
    }

    private void post(String key, @Nullable String hold, EventPosting... postings) {
        changeBalances(EventKind.POSTED, key, hold, postings);
    }

    /** Brings the payment money, or spends it. */
    private void pay(String key, PaymentId payment, long amount) {
        List<EventPosting> postings = List.of(EventPosting.posting(A, amount), EventPosting.posting(PAYABLE, -amount));
        stored.apply(new Event.BalancesChanged(header(key), EventKind.POSTED, payment, null, "test", today, postings));
    }

    private void changeBalances(EventKind kind, String key, @Nullable String reference, EventPosting... postings) {
        stored.apply(new Event.BalancesChanged(header(key), kind, null, reference, "test", today, List.of(postings)));
    }

    private void change(EventKind kind, AccountId account) {
        stored.apply(new Event.AccountChanged(header(account + "/" + kind), kind, account, 2, true, ""));
    }

    private void closeDay(DayTotals totals) {
        LocalDate next = today.plusDays(1);
        stored.apply(new Event.DayClosed(header("day/" + today), next, totals));
        today = next;
    }

    private EventHeader header(String key) {
        Instant at =
                Instant.parse("2026-11-21T09:00:00Z").plusSeconds(stored.book().position());
        return new EventHeader(stored.book().position() + 1, key, "0".repeat(64), at, today);
    }

    private static AccountId account(int number) {
        return AccountId.parse("IN_TRANSIT:N" + number + ":CNY");
    }
}
