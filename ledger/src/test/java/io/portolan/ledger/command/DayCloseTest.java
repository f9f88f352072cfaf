package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.FLOAT;
import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.OWN_FUNDS;
import static io.portolan.ledger.command.BookUnderTest.TODAY;
import static io.portolan.ledger.command.BookUnderTest.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.DayTotals;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.MerkleTree;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayCloseTest {
    private static final LocalDate MONDAY = TODAY.plusDays(3);
    private static final Command.CloseDay CLOSE = new Command.CloseDay(TODAY, MONDAY);

    private final BookUnderTest book = BookUnderTest.withFloatOf(1_000);

    @Test
    void recordsWhatFollowsOnTheNextDate() {
        CommandResult.Applied closed = book.apply(CLOSE);
        CommandResult.Applied posted = book.apply(post("key", NOSTRO, FLOAT, 1));

        assertThat(closed.events().getFirst().businessDate()).isEqualTo(TODAY);
        assertThat(posted.events().getLast().businessDate()).isEqualTo(MONDAY);
        assertThat(posted.postings().getFirst().businessDate()).isEqualTo(MONDAY);
    }

    @Test
    void sumsTheAccountsThatChangedByCurrency() {
        AccountId kwd = BookUnderTest.account(AccountKind.NOSTRO, "KWD");
        book.apply(
                post("abroad", kwd, BookUnderTest.account(AccountKind.SUSPENSE, "KWD"), 1_234),
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
        AccountId nostro = BookUnderTest.account(AccountKind.NOSTRO, "JPY");
        AccountId ours = BookUnderTest.account(AccountKind.OWN_FUNDS, "JPY");
        book.apply(post("there", nostro, ours, 1), new Command.Reverse("there", ""));
        book.apply(new Command.Hold("one", "", nostro, Long.MAX_VALUE));
        book.apply(new Command.Hold("other", "", ours, Long.MAX_VALUE));

        DayTotals totals = close();

        assertThat(totals.totals().getFirst()).hasToString("JPY 0 18446744073709551614");
    }

    @Test
    void leavesOutAccountsThatDidNotChangeOnTheDate() {
        book.apply(CLOSE);
        book.apply(post("key", NOSTRO, FLOAT, 1));

        CommandResult.Applied closed = book.apply(new Command.CloseDay(MONDAY, MONDAY.plusDays(1)));

        assertThat(closed.dayEnds()).extracting(Account::id).containsExactly(FLOAT, NOSTRO);
    }

    @Test
    void keepsTheAccountsAsTheyWereAtItsEnd() {
        CommandResult.Applied closed = book.apply(CLOSE, post("key", NOSTRO, FLOAT, 1));

        assertThat(closed.dayEnds()).extracting(Account::id).containsExactly(FLOAT, OWN_FUNDS);
        assertThat(closed.dayEnds().getFirst().posted()).isEqualTo(1_000);
    }

    @Test
    void theRootVouchesForTheAccountsThatWereStored() {
        CommandResult.Applied closed = book.apply(CLOSE);

        assertThat(closed.events().getLast().body()).contains(MerkleTree.rootOf(closed.dayEnds()));
    }

    @Test
    void closesADateOnWhichNothingChanged() {
        book.apply(CLOSE);

        CommandResult.Applied closed = book.apply(new Command.CloseDay(MONDAY, MONDAY.plusDays(1)));

        assertThat(closed.dayEnds()).isEmpty();
        assertThat(closed.events()).hasSize(1);
        assertThat(closed.events().getFirst().event()).isInstanceOf(Event.DayClosed.class);
    }

    @Test
    void closesADateOnce() {
        book.apply(CLOSE);

        CommandResult.Applied again = book.apply(CLOSE);

        assertThat(again.events()).isEmpty();
        assertThat(book.book().businessDate()).isEqualTo(MONDAY);
    }

    @Test
    void closesADateTowardsOneOtherOnly() {
        book.apply(CLOSE);

        Rejection rejection = book.reject(new Command.CloseDay(TODAY, MONDAY.plusDays(1)));

        assertThat(rejection.reason()).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void closesNoDateThatWasSkipped() {
        book.apply(CLOSE);

        Rejection rejection = book.reject(new Command.CloseDay(TODAY.plusDays(1), MONDAY));

        assertThat(rejection).hasToString("day/2026-11-21 rejected: DAY_CLOSED, required 2026-11-23, found 2026-11-21");
    }

    @Test
    void closesNoDateInAdvance() {
        Rejection rejection = book.reject(new Command.CloseDay(MONDAY, MONDAY.plusDays(1)));

        assertThat(rejection)
                .hasToString("day/2026-11-23 rejected: DAY_NOT_OPEN, required 2026-11-20, found 2026-11-23");
    }

    @Test
    void goesForwardOnly() {
        Rejection rejection = book.reject(new Command.CloseDay(TODAY, TODAY));

        assertThat(rejection)
                .hasToString("day/2026-11-20 rejected: DAY_CLOSED, required a date after 2026-11-20, found 2026-11-20");
    }

    @Test
    void holdsOutliveTheDate() {
        book.apply(new Command.Hold("hold", "", FLOAT, 600), CLOSE);

        book.apply(new Command.Release("hold", ""));

        assertThat(book.account(FLOAT).held()).isZero();
    }

    @Test
    void repeatsWhatWasPostedOnAnOlderDate() {
        book.apply(CLOSE);

        CommandResult.Applied again = book.apply(post("funding", FLOAT, OWN_FUNDS, 1_000));

        assertThat(again.events()).isEmpty();
    }

    private DayTotals close() {
        return ((Event.DayClosed) book.apply(CLOSE).events().getLast().event()).totals();
    }
}
