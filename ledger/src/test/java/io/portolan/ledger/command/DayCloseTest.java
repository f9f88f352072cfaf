package io.portolan.ledger.command;

import static io.portolan.ledger.command.OpenBook.FLOAT;
import static io.portolan.ledger.command.OpenBook.NOSTRO;
import static io.portolan.ledger.command.OpenBook.OWN_FUNDS;
import static io.portolan.ledger.command.OpenBook.TODAY;
import static io.portolan.ledger.command.OpenBook.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.MerkleTree;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.DayTotals;
import io.portolan.ledger.event.Event;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayCloseTest {
    private static final LocalDate MONDAY = TODAY.plusDays(3);
    private static final Command.CloseDay CLOSE = new Command.CloseDay(TODAY, MONDAY);

    private final OpenBook book = OpenBook.withFloatOf(1_000);

    @Test
    void givesWhatFollowsTheNextDate() {
        Decision.Accepted closed = book.accept(CLOSE);
        Decision.Accepted posted = book.accept(post("key", NOSTRO, FLOAT, 1));

        assertThat(closed.events().getFirst().businessDate()).isEqualTo(TODAY);
        assertThat(posted.events().getLast().businessDate()).isEqualTo(MONDAY);
        assertThat(posted.lines().getFirst().businessDate()).isEqualTo(MONDAY);
    }

    @Test
    void sumsTheAccountsThatMovedByCurrency() {
        AccountId kwd = OpenBook.account(AccountKind.NOSTRO, "KWD");
        book.accept(
                post("abroad", kwd, OpenBook.account(AccountKind.SUSPENSE, "KWD"), 1_234),
                new Command.Hold("hold", "", kwd, 34));

        DayTotals totals = close();

        assertThat(totals.accounts()).isEqualTo(4);
        assertThat(totals.totals())
                .containsExactly(
                        new DayTotals.Total(Currency.of("KWD"), BigInteger.ZERO, BigInteger.valueOf(34)),
                        new DayTotals.Total(Currency.of("USD"), BigInteger.ZERO, BigInteger.ZERO));
    }

    @Test
    void sumsBeyond64Bits() {
        AccountId nostro = OpenBook.account(AccountKind.NOSTRO, "JPY");
        AccountId ours = OpenBook.account(AccountKind.OWN_FUNDS, "JPY");
        book.accept(post("there", nostro, ours, 1), new Command.Reverse("there", ""));
        book.accept(new Command.Hold("one", "", nostro, Long.MAX_VALUE));
        book.accept(new Command.Hold("other", "", ours, Long.MAX_VALUE));

        DayTotals totals = close();

        assertThat(totals.totals().getFirst()).hasToString("JPY 0 18446744073709551614");
    }

    @Test
    void leavesOutWhatDidNotMoveOnTheDate() {
        book.accept(CLOSE);
        book.accept(post("key", NOSTRO, FLOAT, 1));

        Decision.Accepted closed = book.accept(new Command.CloseDay(MONDAY, MONDAY.plusDays(1)));

        assertThat(closed.dayEnds()).extracting(Account::id).containsExactly(FLOAT, NOSTRO);
    }

    @Test
    void keepsTheAccountsAsTheyStoodThen() {
        Decision.Accepted closed = book.accept(CLOSE, post("key", NOSTRO, FLOAT, 1));

        assertThat(closed.dayEnds()).extracting(Account::id).containsExactly(FLOAT, OWN_FUNDS);
        assertThat(closed.dayEnds().getFirst().posted()).isEqualTo(1_000);
    }

    @Test
    void theRootVouchesForTheAccountsThatWereKept() {
        Decision.Accepted closed = book.accept(CLOSE);

        assertThat(closed.events().getLast().body()).contains(MerkleTree.rootOf(closed.dayEnds()));
    }

    @Test
    void closesADateOnWhichNothingMoved() {
        book.accept(CLOSE);

        Decision.Accepted closed = book.accept(new Command.CloseDay(MONDAY, MONDAY.plusDays(1)));

        assertThat(closed.dayEnds()).isEmpty();
        assertThat(closed.events()).hasSize(1);
        assertThat(closed.events().getFirst().event()).isInstanceOf(Event.DayClosed.class);
    }

    @Test
    void closesADateOnce() {
        book.accept(CLOSE);

        Decision.Accepted again = book.accept(CLOSE);

        assertThat(again.events()).isEmpty();
        assertThat(book.book().businessDate()).isEqualTo(MONDAY);
    }

    @Test
    void closesADateTowardsOneOtherOnly() {
        book.accept(CLOSE);

        Rejection rejection = book.refuse(new Command.CloseDay(TODAY, MONDAY.plusDays(1)));

        assertThat(rejection.reason()).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void closesNoDateThatWasLeftOut() {
        book.accept(CLOSE);

        Rejection rejection = book.refuse(new Command.CloseDay(TODAY.plusDays(1), MONDAY));

        assertThat(rejection).hasToString("day/2026-11-21 refused: DAY_CLOSED, required 2026-11-23, found 2026-11-21");
    }

    @Test
    void closesNoDateAheadOfItsTime() {
        Rejection rejection = book.refuse(new Command.CloseDay(MONDAY, MONDAY.plusDays(1)));

        assertThat(rejection)
                .hasToString("day/2026-11-23 refused: DAY_NOT_OPEN, required 2026-11-20, found 2026-11-23");
    }

    @Test
    void goesForwardOnly() {
        Rejection rejection = book.refuse(new Command.CloseDay(TODAY, TODAY));

        assertThat(rejection)
                .hasToString("day/2026-11-20 refused: DAY_CLOSED, required a date after 2026-11-20, found 2026-11-20");
    }

    @Test
    void holdsOutliveTheDate() {
        book.accept(new Command.Hold("hold", "", FLOAT, 600), CLOSE);

        book.accept(new Command.Release("hold", ""));

        assertThat(book.account(FLOAT).held()).isZero();
    }

    @Test
    void repeatsWhatWasPostedOnAnOlderDate() {
        book.accept(CLOSE);

        Decision.Accepted again = book.accept(post("funding", FLOAT, OWN_FUNDS, 1_000));

        assertThat(again.events()).isEmpty();
    }

    private DayTotals close() {
        return ((Event.DayClosed) book.accept(CLOSE).events().getLast().event()).totals();
    }
}
