package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.TODAY;
import static io.portolan.ledger.command.BookUnderTest.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.command.Rejection.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One shop's account, on which two payments have money. */
class CustomerMoneyTest {
    private static final AccountId PAYABLE = new AccountId(AccountKind.PAYABLE, "acme", Currency.of("USD"));
    private static final PaymentId ONE = new PaymentId("pay_" + "1".repeat(20));
    private static final PaymentId OTHER = new PaymentId("pay_" + "2".repeat(20));

    private final BookUnderTest book = new BookUnderTest();

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "KWD"})
    void aPaymentCannotSpendWhatAnotherCollected(String currency) {
        AccountId payable = new AccountId(AccountKind.PAYABLE, "acme", Currency.of(currency));
        AccountId nostro = new AccountId(AccountKind.NOSTRO, "B", Currency.of(currency));
        book.apply(
                pay("in/1", ONE, posting(nostro, 500), posting(payable, -500)),
                pay("in/2", OTHER, posting(nostro, 400), posting(payable, -400)));

        Rejection rejection = book.reject(pay("out", ONE, posting(payable, 501), posting(nostro, -501)));

        assertThat(rejection)
                .hasToString("out rejected on PAYABLE:acme:%s: CUSTOMER_MONEY, required at most 500 of %s, found 501"
                        .formatted(currency, ONE));
        assertThat(rejection.account()).isEqualTo(payable);
    }

    @Test
    void aPaymentSpendsAllThatItHas() {
        book.apply(collect(ONE, 500), collect(OTHER, 400));

        book.apply(spend("out", ONE, 500));

        assertThat(balance(ONE)).isZero();
        assertThat(balance(OTHER)).isEqualTo(-400);
        assertThat(book.account(PAYABLE).posted()).isEqualTo(-400);
    }

    @ParameterizedTest
    @CsvSource({"PAYABLE, true", "UNCLAIMED_REFUND, true", "FLOAT, false", "RECEIVABLE, false", "SUSPENSE, false"})
    void onlyWhatIsOwedToCustomersIsKeptByPayment(AccountKind kind, boolean isKept) {
        AccountId account = new AccountId(kind, "acme", Currency.of("USD"));
        long side = kind.normalSide() == AccountKind.Side.DEBIT ? 1 : -1;

        book.apply(pay("in", ONE, posting(account, 500 * side), posting(NOSTRO, -500 * side)));

        assertThat(book.book()
                        .paymentBalance(new PaymentBalance.Key(account, ONE))
                        .balance())
                .isEqualTo(isKept ? -500 : 0);
    }

    @Test
    void entriesWithoutPaymentShareABalanceOfTheirOwn() {
        book.apply(collect(ONE, 500), pay("in/none", null, posting(NOSTRO, 30), posting(PAYABLE, -30)));

        assertThat(book.reject(spend("out/none", null, 31)))
                .hasToString("out/none rejected on PAYABLE:acme:USD: CUSTOMER_MONEY, required at most 30 of no payment,"
                        + " found 31");
        book.apply(spend("out/none", null, 30));
        assertThat(book.reject(spend("out/none/2", null, 1)).reason()).isEqualTo(Reason.CUSTOMER_MONEY);
    }

    @Test
    void theWholeEntryCountsAndNotTheOrderOfItsPostings() {
        book.apply(pay("through", ONE, posting(PAYABLE, 70), posting(PAYABLE, -70)));

        assertThat(balance(ONE)).isZero();
    }

    @Test
    void whatACommandOfTheSameRequestBringsMayBeSpentByTheNext() {
        book.apply(collect(ONE, 500), spend("out", ONE, 500));

        Rejection rejection = book.reject(spend("out/2", OTHER, 5), collect(OTHER, 5));

        assertThat(rejection.reason()).isEqualTo(Reason.CUSTOMER_MONEY);
    }

    @Test
    void aReversalTakesBackOnlyWhatTheEntrysPaymentStillHas() {
        book.apply(collect(ONE, 500), collect(OTHER, 400), spend("out", ONE, 450));

        assertThat(book.reject(new Command.Reverse("in/" + ONE, "")))
                .hasToString("in/%s/reversed rejected on PAYABLE:acme:USD: CUSTOMER_MONEY, required at most 50 of %s,"
                                .formatted(ONE, ONE)
                        + " found 500");
        book.apply(new Command.Reverse("out", ""), new Command.Reverse("in/" + ONE, ""));

        assertThat(balance(ONE)).isZero();
    }

    @Test
    void aCorrectionSpendsWhatThePaymentOfTheCorrectedEntryHas() {
        book.apply(collect(ONE, 500), collect(OTHER, 400), new Command.CloseDay(TODAY, TODAY.plusDays(1)));

        assertThat(book.reject(correct("wrong", "in/" + ONE, 501)).reason()).isEqualTo(Reason.CUSTOMER_MONEY);
        assertThat(book.reject(correct("none", null, 1)).reason()).isEqualTo(Reason.CUSTOMER_MONEY);
        book.apply(correct("right", "in/" + ONE, 500));

        assertThat(balance(ONE)).isZero();
        assertThat(balance(OTHER)).isEqualTo(-400);
    }

    @Test
    void aHoldIsOfTheAccountAsAWhole() {
        book.apply(collect(ONE, 500), collect(OTHER, 400), new Command.Hold("hold", "", PAYABLE, 450));

        book.apply(spend("out", ONE, 450));
        Rejection rejection = book.reject(spend("out/2", OTHER, 1));

        assertThat(rejection).hasToString("out/2 rejected on PAYABLE:acme:USD: OVERDRAFT, required at most 0, found 1");
    }

    @Test
    void anAccountThatMayBeOverdrawnIsNotChecked() {
        book.apply(new Command.OpenAccount(PAYABLE, true), collect(OTHER, 400));

        book.apply(spend("out", ONE, 500));

        assertThat(balance(ONE)).isEqualTo(500);
        assertThat(balance(OTHER)).isEqualTo(-400);
    }

    @Test
    void aBalanceOfAPaymentNeverLeaves64Bits() {
        book.apply(new Command.OpenAccount(PAYABLE, true), spend("out", ONE, Long.MAX_VALUE));
        book.apply(pay("in", OTHER, posting(NOSTRO, Long.MAX_VALUE), posting(PAYABLE, -Long.MAX_VALUE)));

        Rejection rejection = book.reject(spend("out/2", ONE, 1));

        assertThat(rejection)
                .hasToString("out/2 rejected on PAYABLE:acme:USD: OVERFLOW, required a balance of %s that fits in 64"
                                .formatted(ONE)
                        + " bits (now 9223372036854775807), found 1");
    }

    private long balance(PaymentId payment) {
        return book.book()
                .paymentBalance(new PaymentBalance.Key(PAYABLE, payment))
                .balance();
    }

    private static Command collect(PaymentId payment, long amount) {
        return pay("in/" + payment, payment, posting(NOSTRO, amount), posting(PAYABLE, -amount));
    }

    private static Command spend(String key, @Nullable PaymentId payment, long amount) {
        return pay(key, payment, posting(PAYABLE, amount), posting(NOSTRO, -amount));
    }

    private static Command pay(String key, @Nullable PaymentId payment, UncheckedPosting... postings) {
        return new Command.Post(key, payment, "", List.of(postings), null, null);
    }

    private static Command correct(String key, @Nullable String corrects, long amount) {
        return new Command.Correct(
                key, corrects, "", List.of(posting(PAYABLE, amount), posting(NOSTRO, -amount)), TODAY);
    }
}
