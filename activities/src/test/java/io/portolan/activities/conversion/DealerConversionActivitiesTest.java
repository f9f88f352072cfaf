package io.portolan.activities.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.money.Currency;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DealerConversionActivitiesTest {
    private static final MovementOutcome BOOKED = new MovementOutcome.Booked("ref");
    private static final Reason LAPSED = new Reason("quote_expired", "too late", Remedy.REQUOTE);
    private static final Reason NO_MONEY = Reason.of("INSUFFICIENT_FUNDS", "no money");

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();

    @BeforeEach
    void collect() {
        bench.booked(Step.COLLECTION);
    }

    @Test
    void theMoneyIsBroughtToTheDealersBankAndTradedThere() {
        assertThat(convert()).isEqualTo(BOOKED);
        assertThat(bench.orders.exchanges())
                .containsExactly(
                        "instruct top-up/1", "inquire top-up/1", "instruct conversion/1", "inquire conversion/1");
        assertThat(bench.bank.domesticOrders())
                .singleElement()
                .isInstanceOfSatisfying(DomesticOrder.TopUp.class, order -> {
                    assertThat(order.amount()).isEqualTo(bench.payment.price().net());
                    assertThat(order.into()).isEqualTo(bench.payment.route().dealerSource());
                });
        assertThat(bench.desk.trades())
                .singleElement()
                .satisfies(trade ->
                        assertThat(trade.rate()).isEqualTo(bench.payment.price().firmRate()));
    }

    @Test
    void anUnknownTopUpHoldsTheTradeBack() {
        bench.orders.alwaysFinds(Step.TOP_UP, new InquiryResult.Pending("B42"));

        assertThat(convert()).isInstanceOf(MovementOutcome.Unknown.class);
        assertThat(bench.now().latest(Step.CONVERSION)).isEmpty();
    }

    @Test
    void onceTheTopUpIsBookedTheTradeGoesOn() {
        bench.orders.alwaysFinds(Step.TOP_UP, new InquiryResult.Pending("B42"));
        convert();
        bench.orders.tellsTheTruth(Step.TOP_UP);

        assertThat(convert()).isEqualTo(BOOKED);
        assertThat(bench.orders.executed())
                .extracting(key -> key.step().code() + "/" + key.attempt())
                .containsExactly("top-up/1", "conversion/1");
    }

    @Test
    void aRejectedTopUpRefusesTheConversion() {
        bench.orders.rejects(Step.TOP_UP, NO_MONEY);

        assertThat(convert()).isEqualTo(new MovementOutcome.Rejected(NO_MONEY));
        assertThat(bench.now().latest(Step.CONVERSION)).isEmpty();
    }

    @Test
    void aLapsedRateIsReplacedWithinTheTolerance() {
        bench.orders.rejects(Step.CONVERSION, LAPSED);
        bench.desk.answers(offer("0.13820"));

        assertThat(convert()).isEqualTo(BOOKED);
        assertThat(bench.now().price().firmRate().dealerQuote()).isEqualTo("dq-0.13820");
        assertThat(bench.latest(Step.CONVERSION).key().attempt()).isEqualTo(2);
        assertThat(bench.desk.requests())
                .containsExactly(new RateRequest.Selling(bench.payment.price().net(), Currency.of("USD"), "ORD-1001"));
    }

    @Test
    void aRateBeyondTheToleranceIsRejected() {
        bench.orders.rejects(Step.CONVERSION, LAPSED);
        bench.desk.answers(offer("0.13400"));

        assertThat(codeOf(convert())).isEqualTo("slippage_exceeded");
        assertThat(bench.latest(Step.CONVERSION).key().attempt()).isEqualTo(1);
        assertThat(bench.now().price()).isEqualTo(bench.payment.price());
    }

    @Test
    void slippageIsMeasuredFromWhatTheMerchantAcceptedAndDoesNotAddUp() {
        bench.orders.rejects(Step.CONVERSION, LAPSED).rejects(Step.CONVERSION, LAPSED);
        bench.desk.answers(offer("0.13820")).answers(offer("0.13760"));

        assertThat(codeOf(convert())).isEqualTo("slippage_exceeded");
        assertThat(bench.latest(Step.CONVERSION).key().attempt()).isEqualTo(2);
    }

    @Test
    void aRateIsReplacedThreeTimesAtMost() {
        for (int i = 0; i < 5; i++) {
            bench.orders.rejects(Step.CONVERSION, LAPSED);
        }

        assertThat(codeOf(convert())).isEqualTo("quote_expired");
        assertThat(bench.latest(Step.CONVERSION).key().attempt()).isEqualTo(4);
        assertThat(bench.desk.requests()).hasSize(3);
    }

    @Test
    void aDealerWithoutARateIsAskedAgainLater() {
        bench.orders.rejects(Step.CONVERSION, LAPSED);
        bench.desk.answers(new RateResponse.Unavailable("no answer"));

        assertThatThrownBy(this::convert)
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.isNonRetryable()).isFalse());
        assertThat(convert()).isEqualTo(BOOKED);
    }

    @Test
    void aDealerThatServesThePairNoMoreRefusesTheConversion() {
        bench.orders.rejects(Step.CONVERSION, LAPSED);
        bench.desk.answers(new RateResponse.Rejected(Reason.of("pair_not_served", "no")));

        assertThat(codeOf(convert())).isEqualTo("pair_not_served");
    }

    @Test
    void aWithdrawnPaymentGetsNoNewRate() {
        bench.orders.rejects(Step.CONVERSION, LAPSED);
        bench.booked(Step.TOP_UP);
        bench.begun(Step.CONVERSION);
        bench.payments.change(bench.payment.id(), payment -> Transitions.requestCancel(payment, bench.time()));

        assertThat(codeOf(convert())).isEqualTo("cancelled");
        assertThat(bench.latest(Step.CONVERSION).key().attempt()).isEqualTo(1);
    }

    @Test
    void aLateAnswerIsAwaitedForWhicheverInstructionIsOpen() {
        bench.begun(Step.TOP_UP);
        bench.orders.finds(Step.TOP_UP, new InquiryResult.Rejected(NO_MONEY));

        bench.conversion.awaitConversion(bench.id());

        assertThat(bench.latest(Step.TOP_UP).isRejected()).isTrue();
    }

    private MovementOutcome convert() {
        return bench.conversion.convert(bench.id());
    }

    private RateResponse offer(String rate) {
        FirmRate firm = SamplePayments.firm(rate, bench.payment.price().net(), Currency.of("USD"));
        return new RateResponse.Offered(firm);
    }

    private static String codeOf(MovementOutcome outcome) {
        return ((MovementOutcome.Rejected) outcome).reason().code();
    }
}
