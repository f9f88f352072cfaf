package io.portolan.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.audit.stored.StoredLine;
import io.portolan.ledger.event.DayTotals;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.Movement;
import io.portolan.ledger.event.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fold against events that the engine applies without asking whether they should be: it is not misled by hashes that fit. */
class FoldAuditTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final AccountId A = AccountId.parse("NOSTRO:A:CNY");
    private static final AccountId B = AccountId.parse("FLOAT:house:CNY");

    private final AppliedBook stored = new AppliedBook();
    private LocalDate today = DAY;

    @BeforeEach
    void open() {
        stored.apply(new Event.BookOpened(stamp("book")));
        change(EventKind.ACCOUNT_OPENED, A);
        change(EventKind.ACCOUNT_OPENED, B);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatTheEngineAppliesIsWhole(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            change(EventKind.ACCOUNT_OPENED, account(i));
        }
        for (int i = 0; i < 500; i++) {
            AccountId one = account(random.nextInt(10));
            AccountId other = account(10 + random.nextInt(10));
            post("post/" + i, null, Movement.posting(one, i + 1), Movement.posting(other, -i - 1));
            if (random.nextInt(50) == 0) {
                closeDay(stored.book().totalsOf(today));
            }
        }

        AuditReport report = FoldAudit.of(stored);

        assertThat(report.findings()).isEmpty();
        assertThat(report.lines()).isEqualTo(1_000);
        assertThat(report.accounts()).isEqualTo(22);
    }

    @Test
    void holdsThatAreOpenReleasedAndSettledAreWhole() {
        move(EventKind.HELD, "h/1", null, Movement.hold(A, 5));
        move(EventKind.HELD, "h/2", null, Movement.hold(A, 6));
        move(EventKind.HELD, "h/3", null, Movement.hold(A, 7));
        move(EventKind.RELEASED, "h/1/released", "h/1", Movement.hold(A, -5));
        post("p", "h/2", Movement.posting(A, -6), Movement.posting(B, 6), Movement.hold(A, -6));

        assertThat(FoldAudit.of(stored).findings()).isEmpty();
    }

    @Test
    void anEntryOffBalanceIsFound() {
        post("p", null, Movement.posting(A, 5), Movement.posting(B, -4));

        finds("p", "a sum of 0 CNY", "1");
    }

    @Test
    void aMovementOnAFrozenAccountIsFound() {
        change(EventKind.ACCOUNT_FROZEN, A);
        post("p", null, Movement.posting(A, 5), Movement.posting(B, -5));

        finds("p", "NOSTRO:A:CNY open", "FROZEN");
    }

    @Test
    void aBalanceThatWrappedAroundIsFound() {
        post("p/1", null, Movement.posting(A, Long.MAX_VALUE), Movement.posting(B, -Long.MAX_VALUE));
        post("p/2", null, Movement.posting(A, 2), Movement.posting(B, -2));

        finds(
                "p/2",
                "balances of NOSTRO:A:CNY that fit, and none held below 0",
                "NOSTRO:A:CNY 2 0;FLOAT:house:CNY -2 0");
    }

    @Test
    void aReleaseOfMoreThanWasHeldIsFound() {
        move(EventKind.HELD, "h", null, Movement.hold(A, 5));
        move(EventKind.RELEASED, "h/released", "h", Movement.hold(A, -4));

        finds("h/released", "NOSTRO:A:CNY 0 -5 at the end", "NOSTRO:A:CNY 0 -4");
    }

    @Test
    void aReleaseOfNothingIsFound() {
        move(EventKind.RELEASED, "h/released", "h", Movement.hold(A, 5));

        finds("h/released", "an open hold", "h");
    }

    @Test
    void aClosedDayWithWrongTotalsIsFound() {
        post("p", null, Movement.posting(A, 5), Movement.posting(B, -5));
        DayTotals right = stored.book().totalsOf(today);
        closeDay(new DayTotals(right.accounts(), right.merkleRoot().replace('a', 'b'), right.totals()));

        assertThat(FoldAudit.of(stored).findings().getFirst().entry())
                .isEqualTo(new Finding.Entry.OfEvent(5, "day/2026-11-21"));
    }

    @Test
    void aLineRewrittenToTheEndOfItsAccountIsNamedAtItsBeginning() {
        for (int i = 1; i <= 5; i++) {
            post("p/" + i, null, Movement.posting(A, 10), Movement.posting(B, -10));
        }
        String hash = stored.line(6).hash();
        for (int index = 7; index < 10; index++) {
            StoredLine rewritten = raised(stored.line(index), index == 7 ? 1 : 0);
            hash = new Sha256().of(rewritten.hashedText(hash));
            stored.replaceLine(index, rewritten.withHash(hash));
        }

        assertThat(FoldAudit.of(stored).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.entry()).isEqualTo(new Finding.Entry.OfLine("NOSTRO:A:CNY", 3));
            assertThat(finding.expected()).startsWith("amount 10, posted_after 30, hash ");
            assertThat(finding.stored()).startsWith("amount 11, posted_after 31, hash ");
            assertThat(finding.account()).isEqualTo(A);
        });
    }

    private void finds(String key, String expected, String found) {
        assertThat(FoldAudit.of(stored).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.entry())
                    .isEqualTo(new Finding.Entry.OfEvent(stored.book().position(), key));
            assertThat(finding.expected()).isEqualTo(expected);
            assertThat(finding.stored()).isEqualTo(found);
        });
    }

    private static StoredLine raised(StoredLine line, long amount) {
        return new StoredLine(
                line.account(),
                line.sequence(),
                line.position(),
                line.ordinal(),
                line.recordedAt(),
                line.businessDate(),
                line.valueDate(),
                line.amount() + amount,
                line.holdChange(),
                line.postedBefore() + 1 - amount,
                line.postedAfter() + 1,
                line.heldBefore(),
                line.heldAfter(),
                "");
    }

    private void post(String key, @Nullable String hold, Movement... movements) {
        move(EventKind.POSTED, key, hold, movements);
    }

    private void move(EventKind kind, String key, @Nullable String reference, Movement... movements) {
        stored.apply(new Event.Moved(stamp(key), kind, null, reference, "test", today, List.of(movements)));
    }

    private void change(EventKind kind, AccountId account) {
        stored.apply(new Event.AccountChanged(stamp(account + "/" + kind), kind, account, 2, true, ""));
    }

    private void closeDay(DayTotals totals) {
        LocalDate next = today.plusDays(1);
        stored.apply(new Event.DayClosed(stamp("day/" + today), next, totals));
        today = next;
    }

    private Stamp stamp(String key) {
        Instant at =
                Instant.parse("2026-11-21T09:00:00Z").plusSeconds(stored.book().position());
        return new Stamp(stored.book().position() + 1, key, "0".repeat(64), at, today);
    }

    private static AccountId account(int number) {
        return AccountId.parse("IN_TRANSIT:N" + number + ":CNY");
    }
}
