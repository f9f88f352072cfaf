package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.FLOAT;
import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.OWN_FUNDS;
import static io.portolan.ledger.command.BookUnderTest.TODAY;
import static io.portolan.ledger.command.BookUnderTest.correct;
import static io.portolan.ledger.command.BookUnderTest.post;
import static io.portolan.ledger.command.BookUnderTest.postOutOf;
import static io.portolan.ledger.command.BookUnderTest.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.command.Rejection.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {
    private final BookUnderTest book = BookUnderTest.withFloatOf(1_000);

    @Test
    void namesBothSidesOfWhatDoesNotBalance() {
        Rejection rejection = book.reject(post("key", posting(NOSTRO, 70), posting(FLOAT, -69)));

        assertThat(rejection)
                .hasToString(
                        "key rejected on NOSTRO:house:USD: UNBALANCED, required USD credits of 70, found credits of 69");
    }

    @Test
    void balancesEachCurrencyByItself() {
        Rejection rejection = book.reject(
                post("key", posting(NOSTRO, 70), posting(BookUnderTest.account(AccountKind.NOSTRO, "KWD"), -70)));

        assertThat(rejection.reason()).isEqualTo(Reason.UNBALANCED);
    }

    @Test
    void namesTheCurrencyThatTheAccountHasAndTheOneThatCame() {
        UncheckedPosting inYen = new UncheckedPosting(FLOAT, Currency.of("JPY"), 0, -70);

        Rejection rejection = book.reject(post("key", posting(NOSTRO, 70), inYen));

        assertThat(rejection).hasToString("key rejected on FLOAT:house:USD: WRONG_CURRENCY, required USD, found JPY");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 0, 2", "USD, 2, 3", "KWD, 3, 2", "CNY, 2, 0"})
    void namesTheDecimalsThatTheAccountHasAndThoseThatCame(String code, int exponent, int scale) {
        var nostro = BookUnderTest.account(AccountKind.NOSTRO, code);
        var ours = BookUnderTest.account(AccountKind.OWN_FUNDS, code);
        UncheckedPosting wrong = new UncheckedPosting(nostro, nostro.currency(), scale, 70);

        Rejection rejection = book.reject(post("key", wrong, posting(ours, -70)));

        assertThat(rejection)
                .hasToString("key rejected on NOSTRO:house:%s: WRONG_SCALE, required %d decimals, found %d decimals"
                        .formatted(code, exponent, scale));
    }

    @Test
    void namesTheAmountThatIsAvailableAndTheOneRequested() {
        Rejection rejection = book.reject(post("key", NOSTRO, FLOAT, 1_001));

        assertThat(rejection)
                .hasToString("key rejected on FLOAT:house:USD: OVERDRAFT, required at most 1000, found 1001");
    }

    @Test
    void rejectsAnAccountThatOwesMoreThanItsCreditors() {
        var income = BookUnderTest.account(AccountKind.FEE_INCOME, "USD");
        book.apply(new Command.OpenAccount(income, false));

        Rejection rejection = book.reject(post("key", income, NOSTRO, 1));

        assertThat(rejection)
                .hasToString("key rejected on FEE_INCOME:house:USD: OVERDRAFT, required at most 0, found 1");
    }

    @Test
    void namesAnOverdraftThatDoesNotFitIn64BitsItself() {
        var other = BookUnderTest.account(AccountKind.FLOAT, "CNY");
        var nostro = BookUnderTest.account(AccountKind.NOSTRO, "CNY");
        long half = Long.MAX_VALUE - 10;
        book.apply(post("much", other, nostro, half));

        Rejection rejection = book.reject(post(
                "key", posting(other, -half), posting(nostro, half), posting(other, -half), posting(nostro, half)));

        assertThat(rejection)
                .hasToString("key rejected on FLOAT:house:CNY: OVERDRAFT, required at most 9223372036854775797,"
                        + " found 18446744073709551594");
    }

    @Test
    void namesTheBalanceAndTheAmountThatTogetherDoNotFit() {
        book.apply(post("much", NOSTRO, OWN_FUNDS, Long.MAX_VALUE - 1_000));

        Rejection rejection = book.reject(post("key", NOSTRO, FLOAT, 1_001));

        assertThat(rejection)
                .hasToString("key rejected on NOSTRO:house:USD: OVERFLOW, required a balance that fits in 64 bits"
                        + " (now 9223372036854774807, held 0), found NOSTRO:house:USD 1001 0");
    }

    @Test
    void rejectsTheOneAmountThatCannotBeNegated() {
        Rejection rejection =
                book.reject(post("key", posting(NOSTRO, Long.MIN_VALUE), posting(OWN_FUNDS, Long.MIN_VALUE)));

        assertThat(rejection)
                .hasToString(
                        "key rejected on NOSTRO:house:USD: OVERFLOW, required an amount that can be negated in 64 bits,"
                                + " found -9223372036854775808");
    }

    @Test
    void namesTheAccountThatNobodyOpened() {
        Rejection rejection = book.reject(new Command.Hold("key", "", NOSTRO, 1));

        assertThat(rejection)
                .hasToString(
                        "key rejected on NOSTRO:house:USD: ACCOUNT_UNKNOWN, required an account of the book, found none");
    }

    @Test
    void namesTheFrozenAccount() {
        book.apply(new Command.Freeze("freeze", FLOAT, "looks wrong"));

        Rejection rejection = book.reject(post("key", NOSTRO, FLOAT, 1));

        assertThat(rejection)
                .hasToString("key rejected on FLOAT:house:USD: ACCOUNT_FROZEN, required an open account, found frozen");
    }

    @Test
    void namesTheClosedAccount() {
        book.apply(post("back", OWN_FUNDS, FLOAT, 1_000), new Command.CloseAccount(FLOAT, ""));

        Rejection rejection = book.reject(post("key", FLOAT, OWN_FUNDS, 1));

        assertThat(rejection)
                .hasToString("key rejected on FLOAT:house:USD: ACCOUNT_CLOSED, required an open account, found closed");
    }

    @Test
    void closesOnlyAnAccountWithABalanceOfZero() {
        Rejection rejection = book.reject(new Command.CloseAccount(FLOAT, ""));

        assertThat(rejection)
                .hasToString("account/FLOAT:house:USD/closed rejected on FLOAT:house:USD: ACCOUNT_IN_USE,"
                        + " required a balance of 0, held 0, found 1000, held 0");
    }

    @Test
    void namesTheOpenDateAndTheClosedOne() {
        Rejection rejection = book.reject(dated(TODAY.minusDays(1)));

        assertThat(rejection)
                .hasToString("key rejected on NOSTRO:house:USD: DAY_CLOSED, required 2026-11-20, found 2026-11-19");
    }

    @Test
    void namesTheOpenDateAndTheLaterOne() {
        Rejection rejection = book.reject(dated(TODAY.plusDays(1)));

        assertThat(rejection)
                .hasToString("key rejected on NOSTRO:house:USD: DAY_NOT_OPEN, required 2026-11-20, found 2026-11-21");
    }

    @Test
    void correctsOnlyWhatIsOlder() {
        Rejection rejection = book.reject(correct("key", TODAY, posting(NOSTRO, 1), posting(OWN_FUNDS, -1)));

        assertThat(rejection)
                .hasToString("key rejected on NOSTRO:house:USD: DAY_NOT_OPEN, required a date before 2026-11-20,"
                        + " found 2026-11-20");
    }

    @Test
    void namesBothContentsOfAKey() {
        Rejection rejection = book.reject(post("funding", FLOAT, OWN_FUNDS, 1_001));

        assertThat(rejection.reason()).isEqualTo(Reason.KEY_REUSED);
        assertThat(rejection.account()).isEqualTo(FLOAT);
        assertThat(rejection.required()).isEqualTo("FLOAT:house:USD 1000 0;OWN_FUNDS:house:USD -1000 0");
        assertThat(rejection.found()).contains("FLOAT:house:USD USD 2 1001;OWN_FUNDS:house:USD USD 2 -1001");
    }

    @Test
    void takesNoKeyForASecondKindOfCommand() {
        Rejection rejection = book.reject(new Command.Freeze("funding", FLOAT, ""));

        assertThat(rejection.reason()).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void namesTheEntryThatNobodyPosted() {
        Rejection rejection = book.reject(new Command.Reverse("entry", ""));

        assertThat(rejection)
                .hasToString("entry/reversed rejected: ENTRY_UNKNOWN, required a posted entry, found entry");
    }

    @Test
    void namesTheHoldThatIsNotOpen() {
        Rejection rejection = book.reject(postOutOf("hold", "key", posting(NOSTRO, 1), posting(FLOAT, -1)));

        assertThat(rejection)
                .hasToString("key rejected on NOSTRO:house:USD: HOLD_UNKNOWN, required an open hold, found hold");
    }

    private static Command dated(LocalDate date) {
        return new Command.Post("key", null, "", List.of(posting(NOSTRO, 1), posting(FLOAT, -1)), null, date);
    }
}
