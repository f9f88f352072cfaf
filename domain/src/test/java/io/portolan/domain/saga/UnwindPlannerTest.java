package io.portolan.domain.saga;

import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.saga.Unwinds.amounts;
import static io.portolan.domain.saga.Unwinds.kinds;
import static io.portolan.domain.saga.Unwinds.payment;
import static io.portolan.domain.saga.Unwinds.refundAsked;
import static io.portolan.domain.saga.Unwinds.run;
import static io.portolan.domain.saga.Unwinds.unwind;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentCase;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnwindPlannerTest {
    private static final Currency CNY = Currency.of("CNY");
    private static final AccountId RECEIVABLE = Accounts.receivable(SamplePayments.ACME, CNY);

    @Test
    void refundsWhatWasCollected() {
        Plan plan = unwind(sold(MovementKind.COLLECTION), null);

        assertThat(amounts(plan)).containsExactly("refund 7200.00 CNY");
    }

    @Test
    void bringsTheTopUpBackBeforeTheRefundWhereOurOwnFundsAreShort() {
        Plan plan = unwind(sold(MovementKind.TOP_UP), null);

        assertThat(amounts(plan)).containsExactly("top-up-return 7164.00 CNY", "refund 7200.00 CNY");
    }

    @Test
    void doesNotLetTheBuyerWaitWhereOurOwnFundsSuffice() {
        Plan plan = unwind(sold(MovementKind.TRADE), "7.19", 720_000);

        assertThat(amounts(plan))
                .containsExactly("reversal 994.50 USD", "refund 7200.00 CNY", "top-up-return 7150.45 CNY");
        assertThat(kinds(unwind(sold(MovementKind.TRADE), "7.19", 719_999)))
                .containsExactly(MovementKind.REVERSAL, MovementKind.TOP_UP_RETURN, MovementKind.REFUND);
    }

    @ParameterizedTest
    @CsvSource({
        "HOUSE,    7.19, 7200.00 CNY, -13.55 CNY, 13.55 CNY",
        "MERCHANT, 7.19, 7200.00 CNY, -13.55 CNY, 13.55 CNY",
        "BUYER,    7.19, 7186.45 CNY, -13.55 CNY, 13.55 CNY",
        "BUYER,    7.21, 7200.00 CNY, 6.34 CNY,   0.00 CNY"
    })
    void letsTheOneBearTheLossWhoBearsIt(LossBearer bearer, String rate, String refund, String result, String loss) {
        Payment traded = bookedUpTo(payment(bearer, UnwindPolicy.SELL_BACK), MovementKind.TRADE);

        Plan plan = unwind(traded, rate);

        assertThat(amounts(plan)).contains("refund " + refund);
        assertThat(plan.cost().fxResult()).hasToString(result);
        assertThat(plan.cost().loss()).hasToString(loss);
    }

    @ParameterizedTest
    @EnumSource(LossBearer.class)
    void leavesNothingOwedAfterAShortReturnWhicheverWayTheRateWent(LossBearer bearer) {
        for (String rate : new String[] {"7.10", "7.23", "7.40"}) {
            PaymentCase back = shortReturn(payment(bearer, UnwindPolicy.SELL_BACK));

            run(back, unwind(back.payment(), rate));

            assertNothingIsOwed(back);
        }
    }

    @Test
    void tellsBankFeesApartFromTheResultOfTheExchange() {
        PaymentCase back = shortReturn(payment(LossBearer.HOUSE, UnwindPolicy.SELL_BACK));

        Plan plan = unwind(back.payment(), "7.19");

        assertThat(amounts(plan)).contains("reversal 990.00 USD");
        assertThat(plan.cost().bankFees()).hasToString("32.42 CNY");
        assertThat(plan.cost().fxResult()).hasToString("-13.48 CNY");
        run(back, plan);
        assertThat(back.posted(AccountId.ofHouse(AccountKind.FEE_EXPENSE, CNY))).hasToString("32.42 CNY");
        assertThat(back.posted(AccountId.ofHouse(AccountKind.FX_LOSS, CNY))).hasToString("13.48 CNY");
    }

    @ParameterizedTest
    @CsvSource({
        "21.4,    CNY, 720000, JPY, 153309, 150000, 154.63 CNY",
        "0.04262, CNY, 123457, KWD, 52354,  52000,  8.31 CNY",
        "0.00199, JPY, 150001, KWD, 297009, 297000, 5 JPY",
        "502.3,   KWD, 98765,  JPY, 49362,  49361,  0.002 KWD"
    })
    void roundsWhatBanksKeptHalfUpInEachCurrency(
            String rate, String source, long units, String destination, long paid, long back, String fees) {
        PaymentCase story = PaymentCase.of(bookedUpTo(
                SamplePayments.accepted(rate, source, units, destination, LossBearer.HOUSE), MovementKind.PAYOUT));
        assertThat(story.payment().destination().minorUnits()).isEqualTo(paid);
        story.returned(story.key(MovementKind.PAYOUT), back);

        String backRate = BigDecimal.ONE
                .divide(new BigDecimal(rate), 6, RoundingMode.DOWN)
                .toPlainString();
        Plan plan = unwind(story.payment(), backRate);

        assertThat(plan.cost().bankFees()).hasToString(fees);
        run(story, plan);
        assertNothingIsOwed(story);
    }

    @Test
    void keepsTheCurrencyAtItsOwnRateWhereThatIsThePolicy() {
        PaymentCase traded =
                PaymentCase.of(bookedUpTo(payment(LossBearer.BUYER, UnwindPolicy.KEEP), MovementKind.TRADE));

        Plan plan = unwind(traded.payment(), null);

        assertThat(amounts(plan)).containsExactly("refund 7200.00 CNY");
        assertThat(plan.cost().loss().isZero()).isTrue();
        run(traded, plan);
        assertThat(traded.posted(AccountId.ofHouse(AccountKind.FX_POSITION, Currency.of("USD"))))
                .hasToString("-994.50 USD");
    }

    @Test
    void keepsTheCurrencyBeforeItsRefundIsRejectedAndOnlyOnce() {
        PaymentCase traded =
                PaymentCase.of(bookedUpTo(payment(LossBearer.HOUSE, UnwindPolicy.KEEP), MovementKind.TRADE));
        traded.change(before -> Transitions.adopt(before, unwind(before, null), traded.now()));
        InstructionKey refund = traded.key(MovementKind.REFUND);
        traded.begin(refund);
        assertThat(traded.lastEntries()).containsExactly("kept");
        traded.reject(refund, "account_closed");

        Plan again = unwind(traded.payment(), null);

        traded.change(before -> Transitions.adopt(before, again, traded.now()));
        assertThat(traded.lastEntries()).containsExactly("reclaimed");
        traded.begin(traded.key(MovementKind.REFUND));
        assertThat(traded.last().entries()).isEmpty();
    }

    @Test
    void remembersTheLossThatTheBuyerBoreInAnEarlierPlan() {
        PaymentCase traded =
                PaymentCase.of(bookedUpTo(payment(LossBearer.BUYER, UnwindPolicy.SELL_BACK), MovementKind.TRADE));
        traded.change(before -> Transitions.adopt(before, unwind(before, "7.19"), traded.now()));
        InstructionKey reversal = traded.key(MovementKind.REVERSAL);
        traded.begin(reversal).book(reversal);

        Plan again = unwind(traded.payment(), null);

        assertThat(amounts(again)).containsExactly("top-up-return 7150.45 CNY", "refund 7186.45 CNY");
    }

    @ParameterizedTest
    @EnumSource(LossBearer.class)
    void paysWhatTheMerchantOwesForItsRefunds(LossBearer bearer) {
        PaymentCase completed =
                PaymentCase.of(bookedUpTo(payment(bearer, UnwindPolicy.SELL_BACK), MovementKind.PAYOUT));
        refundAsked(completed, 100_000);
        InstructionKey refund = completed.key(MovementKind.REFUND);
        completed.begin(refund).book(refund);
        assertThat(completed.posted(RECEIVABLE)).hasToString("1000.00 CNY");
        completed.returned(new InstructionKey(refund.payment(), 1, 4, 1), 99_450);

        run(completed, unwind(completed.payment(), "7.23"));

        assertThat(completed.posted(RECEIVABLE).isZero()).isTrue();
        assertNothingIsOwed(completed);
    }

    @Test
    void letsTheMerchantOweTheBuyersLossThatIsMoreThanWhatTheBuyerIsDue() {
        PaymentCase completed =
                PaymentCase.of(bookedUpTo(payment(LossBearer.BUYER, UnwindPolicy.SELL_BACK), MovementKind.PAYOUT));
        refundAsked(completed, 719_500);
        InstructionKey refund = completed.key(MovementKind.REFUND);
        completed.begin(refund).book(refund);
        completed.returned(new InstructionKey(refund.payment(), 1, 4, 1), 99_450);

        Plan plan = unwind(completed.payment(), "7.19");

        assertThat(amounts(plan)).containsExactly("reversal 994.50 USD", "top-up-return 7150.45 CNY");
        run(completed, plan);
        assertThat(completed.posted(RECEIVABLE)).hasToString("8.55 CNY");
        assertNothingIsOwed(completed);
    }

    private static void assertNothingIsOwed(PaymentCase story) {
        Currency source = story.payment().price().source().currency();
        Currency destination = story.payment().price().destination().currency();
        assertThat(story.payment().stage()).isEqualTo(Stage.RETURNED);
        assertThat(story.posted(Accounts.payable(SamplePayments.ACME, destination))
                        .isZero())
                .isTrue();
        assertThat(story.posted(Accounts.payable(SamplePayments.ACME, source)).isZero())
                .isTrue();
    }

    private static PaymentCase shortReturn(Payment accepted) {
        PaymentCase completed = PaymentCase.of(bookedUpTo(accepted, MovementKind.PAYOUT));
        return completed.returned(completed.key(MovementKind.PAYOUT), 99_000);
    }

    private static Payment sold(MovementKind last) {
        return bookedUpTo(payment(LossBearer.HOUSE, UnwindPolicy.SELL_BACK), last);
    }
}
