package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.FLOAT;
import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.OWN_FUNDS;
import static io.portolan.ledger.command.BookUnderTest.TODAY;
import static io.portolan.ledger.command.BookUnderTest.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpeningTest {
    private final BookUnderTest book = new BookUnderTest();

    @Test
    void theFirstCommandOpensTheBookOnItsDateInUtc() {
        book.clockIsAt(Instant.parse("2026-11-20T23:59:59.999999999Z"));

        CommandResult.Applied applied = book.apply(post("key", NOSTRO, OWN_FUNDS, 1));

        assertThat(applied.events())
                .extracting(EventRow::position, EventRow::kind, EventRow::key)
                .containsExactly(
                        tuple(1L, EventKind.BOOK_OPENED, "book"),
                        tuple(2L, EventKind.ACCOUNT_OPENED, "account/NOSTRO:house:USD/opened"),
                        tuple(3L, EventKind.ACCOUNT_OPENED, "account/OWN_FUNDS:house:USD/opened"),
                        tuple(4L, EventKind.POSTED, "key"));
        assertThat(applied.book().businessDate()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void anAccountOpensItselfAsTheChartSays(AccountKind kind) {
        AccountId account = BookUnderTest.account(kind, "CNY");
        AccountId suspense = new AccountId(AccountKind.SUSPENSE, "other", account.currency());
        boolean isDebit = kind.normalSide() == AccountKind.Side.DEBIT;

        book.apply(isDebit ? post("key", account, suspense, 7) : post("key", suspense, account, 7));

        assertThat(book.account(account).overdraftAllowed()).isEqualTo(kind.isOverdraftAllowed());
        assertThat(book.account(account).available()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 0", "USD, 2", "KWD, 3"})
    void anAccountCountsByItsCurrencysDecimals(String currency, int scale) {
        AccountId account = BookUnderTest.account(AccountKind.NOSTRO, currency);

        book.apply(post("key", account, BookUnderTest.account(AccountKind.SUSPENSE, currency), 1));

        assertThat(book.account(account).scale()).isEqualTo(scale);
    }

    @Test
    void aRejectedPostingOpensNothing() {
        book.apply(post("key", NOSTRO, OWN_FUNDS, 1));

        book.reject(post("overdraft", NOSTRO, FLOAT, 1));

        assertThat(book.book().accounts().contains(FLOAT)).isFalse();
    }

    @Test
    void anAccountMayBeOpenedWithAnotherLimitThanItsKinds() {
        book.apply(new Command.OpenAccount(FLOAT, true), post("key", NOSTRO, FLOAT, 1));

        assertThat(book.account(FLOAT).available()).isEqualTo(-1);
    }

    @Test
    void anAccountMayBeOpenedWithoutOverdraftWhereItsKindAllowsIt() {
        book.apply(new Command.OpenAccount(NOSTRO, false));

        assertThat(book.reject(post("key", OWN_FUNDS, NOSTRO, 1)).reason()).isEqualTo(Reason.OVERDRAFT);
    }

    @Test
    void anAccountKeepsTheLimitThatItWasOpenedWith() {
        book.apply(post("key", NOSTRO, OWN_FUNDS, 1));

        Rejection other = book.reject(new Command.OpenAccount(NOSTRO, false));
        CommandResult.Applied same = book.apply(new Command.OpenAccount(NOSTRO, true));

        assertThat(other.reason()).isEqualTo(Reason.KEY_REUSED);
        assertThat(other.account()).isEqualTo(NOSTRO);
        assertThat(same.events()).isEmpty();
    }

    @Test
    void aClosedAccountStaysClosed() {
        book.apply(new Command.OpenAccount(NOSTRO, true), new Command.CloseAccount(NOSTRO, ""));

        book.apply(new Command.OpenAccount(NOSTRO, true));
        Rejection unfreeze = book.reject(new Command.Unfreeze("unfreeze", NOSTRO, ""));

        assertThat(unfreeze.reason()).isEqualTo(Reason.ACCOUNT_CLOSED);
        assertThat(book.account(NOSTRO).status()).isEqualTo(AccountStatus.CLOSED);
    }

    @Test
    void anUnfrozenAccountTakesPostingsAgain() {
        book.apply(post("before", NOSTRO, OWN_FUNDS, 1), new Command.Freeze("freeze", NOSTRO, "looks wrong"));

        book.apply(new Command.Unfreeze("unfreeze", NOSTRO, "was right"));

        book.apply(post("after", NOSTRO, OWN_FUNDS, 1));
        assertThat(book.account(NOSTRO).posted()).isEqualTo(2);
    }

    @Test
    void anAccountThatNobodyOpenedIsNotFrozenUnfrozenOrClosed() {
        List<Command> changes = List.of(
                new Command.Freeze("freeze", NOSTRO, ""),
                new Command.Unfreeze("unfreeze", NOSTRO, ""),
                new Command.CloseAccount(NOSTRO, ""));

        assertThat(changes).extracting(change -> book.reject(change).reason()).containsOnly(Reason.ACCOUNT_UNKNOWN);
    }

    @Test
    void aFreezeMakesNoPosting() {
        book.apply(post("key", NOSTRO, OWN_FUNDS, 1));
        Account before = book.account(NOSTRO);

        CommandResult.Applied frozen = book.apply(new Command.Freeze("freeze", NOSTRO, "looks wrong"));

        assertThat(frozen.postings()).isEmpty();
        assertThat(book.account(NOSTRO).hash()).isEqualTo(before.hash());
    }
}
