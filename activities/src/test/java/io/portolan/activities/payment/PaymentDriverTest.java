package io.portolan.activities.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.activities.DecisionsUnderTest;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a payment is driven, movement by movement and plan by plan. */
class PaymentDriverTest {
    private static final Reason CLOSED = Reason.of("ac04", "account closed");
    private static final Advance COMPLETED = new Advance.Ended(Result.COMPLETED);
    private static final Advance RETURNED = new Advance.Ended(Result.RETURNED);

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();

    @Test
    void eachAdvanceRunsOneMovementAndTheLastSaysHowThePaymentEnded() {
        Advance first = bench.driver.advance(bench.id());

        assertThat(first)
                .isEqualTo(new Advance.Moved(
                        bench.key(MovementKind.COLLECTION).value(), new MovementOutcome.Booked("ref")));
        assertThat(bench.executed()).containsExactly("collection/1");
        assertThat(bench.drive()).isEqualTo(COMPLETED);
        assertThat(bench.driver.advance(bench.id())).isEqualTo(COMPLETED);
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/1", "trade/1", "payout/1");
    }

    @Test
    void theMoneyIsBroughtToTheDealersBankAndTradedThereAtTheFrozenRate() {
        bench.drive();

        assertThat(bench.bank.domesticOrders()).last().isInstanceOfSatisfying(DomesticOrder.TopUp.class, order -> {
            assertThat(order.amount()).isEqualTo(bench.payment.price().net());
            assertThat(order.into()).isEqualTo(bench.payment.route().dealerSource());
        });
        assertThat(bench.desk.trades())
                .singleElement()
                .satisfies(trade ->
                        assertThat(trade.rate()).isEqualTo(bench.payment.price().firmRate()));
    }

    @Test
    void anOpenTopUpHoldsTheTradeBackUntilItIsBooked() {
        bench.orders.alwaysFinds(MovementKind.TOP_UP, new InquiryResult.Pending("B42"));
        assertThat(bench.drive()).isInstanceOf(Advance.Pending.class);
        assertThat(bench.now().latest(MovementKind.TRADE)).isEmpty();

        bench.orders.tellsTheTruth(MovementKind.TOP_UP);

        assertThat(bench.drive()).isEqualTo(COMPLETED);
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/1", "trade/1", "payout/1");
    }

    @Test
    void aRejectedCollectionFailsThePaymentAndUndoesNothing() {
        bench.orders.rejects(MovementKind.COLLECTION, Reason.of("insufficient_funds", "no money"));

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.FAILED));
        assertThat(bench.payments.entries()).isEmpty();
        assertThat(bench.now().state().reason().code()).isEqualTo("insufficient_funds");
    }

    @Test
    void anUnwindBringsTheTopUpBackBeforeTheRefundThatNeedsIt() {
        bench.orders.rejects(MovementKind.TRADE, Reason.of("sanctioned", "no trade with this customer"));

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/1", "top-up-return/1", "refund/1");
        assertThat(bench.bank.payoutOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.amount())
                        .isEqualTo(bench.payment.price().net()));
        assertThat(bench.now().refunded()).isEqualTo(bench.payment.price().source());
        assertNothingOwed();
    }

    @Test
    void aRefundDoesNotWaitForTheTopUpWhereOurOwnFundsSuffice() {
        Money collected = bench.payment.price().source();
        bench.book.bringIn(
                Accounts.nostro(bench.payment.route().collection()),
                collected.plus(collected).plus(collected));
        bench.orders.rejects(MovementKind.TRADE, Reason.of("sanctioned", "no trade with this customer"));

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/1", "refund/1", "top-up-return/1");
        assertNothingOwed();
    }

    @Test
    void aRejectedPayoutIsSoldBackAtARateThatIsFixedFirstAndRefunded() {
        bench.orders.rejects(MovementKind.PAYOUT, CLOSED);

        assertThat(bench.drive()).isEqualTo(RETURNED);

        Plan unwind = bench.now().state().plans().getLast();
        assertThat(unwind.purpose()).isEqualTo(Purpose.UNWIND);
        assertThat(unwind.movements())
                .extracting(Movement::kind)
                .containsExactly(MovementKind.REVERSAL, MovementKind.TOP_UP_RETURN, MovementKind.REFUND);
        assertThat(unwind.movements().getFirst().amount())
                .isEqualTo(bench.payment.price().destination());
        assertThat(bench.book.sum(AccountKind.FX_LOSS)).isPositive();
        assertNothingOwed();
    }

    @Test
    void anExpiredQuoteIsNoticedBeforeAnythingIsCollected() {
        bench.pass(Duration.ofMinutes(15));
        bench.desk.answers(offer("0.13820"));

        assertThat(bench.drive()).isEqualTo(COMPLETED);
        assertThat(bench.key(MovementKind.COLLECTION).plan()).isEqualTo(2);
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/1", "trade/1", "payout/1");
        assertThat(bench.now().price()).isEqualTo(bench.payment.price());
        assertThat(bench.now().rate().dealerQuote()).isEqualTo("dq-0.13820");
    }

    @Test
    void aPaymentWaitsWhereDealersOfferOnlyRatesThatHaveLapsed() {
        bench.pass(Duration.ofMinutes(15));
        bench.lapsedRates();

        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);
        assertThat(bench.now().state().parking().reason().code()).isEqualTo("rate_unavailable");
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aQuoteThatExpiredBeyondTheToleranceFailsThePaymentBeforeAnythingIsCollected() {
        bench.pass(Duration.ofMinutes(15));
        bench.desk.answers(offer("0.13400"));

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.FAILED));
        assertThat(bench.orders.exchanges()).isEmpty();
        assertThat(bench.now().state().reason().code()).isEqualTo("slippage_exceeded");
    }

    @Test
    void aRateThatTheDealerCallsLapsedIsReplacedWithinTheTolerance() {
        bench.orders.rejects(MovementKind.TRADE, Reason.of("quote_expired", "too late"));
        bench.desk.answers(offer("0.13820"));

        assertThat(bench.drive()).isEqualTo(COMPLETED);
        assertThat(bench.desk.requests())
                .containsExactly(new RateRequest.Selling(bench.payment.price().net(), Currency.of("USD"), "ORD-1001"));
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/1", "trade/1", "payout/1");
        assertNothingOwed();
    }

    @Test
    void slippageIsMeasuredFromWhatTheMerchantWasPromisedAndDoesNotAddUp() {
        Reason lapsed = Reason.of("quote_expired", "too late");
        bench.orders.rejects(MovementKind.TRADE, lapsed).rejects(MovementKind.TRADE, lapsed);
        bench.desk.answers(offer("0.13820")).answers(offer("0.13760"));

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.now().state().reason().code()).isEqualTo("slippage_exceeded");
        assertNothingOwed();
    }

    @Test
    void aPaymentThatIsWithdrawnBeforeAnythingMovesIsCancelled() {
        bench.change(payment -> Transitions.requestCancel(payment, bench.time()));

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.CANCELLED));
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aCancellationThatLosesTheRaceLetsTheMovementFinishAndThenTurnsBack() {
        bench.interruptions.set((_, call) -> {
            if (call.equals("CollectionBank.instruct")) {
                bench.interruptions.clear();
                bench.change(payment -> Transitions.requestCancel(payment, bench.time()));
            }
        });

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.executed()).containsExactly("collection/1", "refund/1");
    }

    @Test
    void aCancellationThatWinsTheRaceLetsNothingBegin() {
        bench.interruptions.set((_, call) -> {
            if (call.equals("Payments.change")) {
                bench.interruptions.clear();
                bench.change(payment -> Transitions.requestCancel(payment, bench.time()));
            }
        });

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.CANCELLED));
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aHeldPaymentInstructsNothingNewUntilItIsReleased() {
        DecisionsUnderTest decisions = new DecisionsUnderTest(bench);
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"));
        bench.drive();
        decisions.carryOut(new Decision.Hold(decisions.header()));
        bench.orders.tellsTheTruth(MovementKind.COLLECTION);

        assertThat(bench.drive()).isEqualTo(new Advance.AwaitingNews());
        assertThat(bench.executed()).containsExactly("collection/1");
        assertThat(bench.now().stage()).isEqualTo(Stage.COLLECTING);

        decisions.carryOut(new Decision.Release(decisions.header()));
        assertThat(bench.drive()).isEqualTo(COMPLETED);
    }

    private void assertNothingOwed() {
        assertThat(bench.book.sum(AccountKind.PAYABLE)).isZero();
        assertThat(bench.book.sum(AccountKind.FX_POSITION)).isZero();
    }

    private RateResponse offer(String rate) {
        var firm = SamplePayments.firm(rate, bench.payment.price().net(), Currency.of("USD"));
        return new RateResponse.Offered(firm);
    }
}
