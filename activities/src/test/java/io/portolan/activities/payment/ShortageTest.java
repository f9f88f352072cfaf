package io.portolan.activities.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.activities.DecisionsUnderTest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.saga.PlanResult;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.Result;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is short, frozen, closed or out on our side, or on a bank's or dealer's, is waited for; the buyer does not pay for it. */
class ShortageTest {
    private static final Reason OUR_ACCOUNT_IS_SHORT = Reason.of("insufficient_funds", "our account is short");
    private static final Reason CREDIT_LIMIT = Reason.of("credit_limit", "too much");
    private static final Advance COMPLETED = new Advance.Ended(Result.COMPLETED);
    private static final Advance RETURNED = new Advance.Ended(Result.RETURNED);

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private final DecisionsUnderTest decisions = new DecisionsUnderTest(bench);
    private final AccountId payable = Accounts.payable(
            bench.payment.merchant(), bench.payment.price().source().currency());

    @Test
    void whileOurOwnAccountIsShortThePaymentWaitsAndOperationsAreTold() {
        bench.orders.rejects(MovementKind.TOP_UP, OUR_ACCOUNT_IS_SHORT);

        assertThat(bench.drive()).isEqualTo(new Advance.Waiting(bench.time().plusSeconds(30)));
        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);
        assertThat(bench.shortages).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(Parking.Kind.SHORTAGE);
            assertThat(cause.reason().code()).isEqualTo("insufficient_funds");
        });
    }

    @Test
    void afterTheWaitTheMovementIsTriedAgainUnderANewKey() {
        bench.orders.rejects(MovementKind.TOP_UP, OUR_ACCOUNT_IS_SHORT);

        assertThat(bench.driveToRest()).isEqualTo(COMPLETED);
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/2", "trade/1", "payout/1");
    }

    @Test
    void eachWaitForTheSameIsLonger() {
        bench.orders
                .rejects(MovementKind.TOP_UP, OUR_ACCOUNT_IS_SHORT)
                .rejects(MovementKind.TOP_UP, OUR_ACCOUNT_IS_SHORT);
        bench.drive();
        bench.pass(Duration.ofSeconds(30));

        assertThat(bench.drive()).isEqualTo(new Advance.Waiting(bench.time().plus(Duration.ofMinutes(2))));
        assertThat(bench.shortages).hasSize(2);
    }

    @Test
    void aCancellationWhileThePaymentWaitsUnwindsIt() {
        bench.orders.rejects(MovementKind.TOP_UP, OUR_ACCOUNT_IS_SHORT);
        bench.drive();
        bench.pass(Duration.ofSeconds(1));
        decisions.carryOut(new Decision.Cancel(decisions.header()));

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.executed()).containsExactly("collection/1", "refund/1");
        assertThat(bench.now().state().reason().code()).isEqualTo("cancelled");
    }

    @Test
    void aSecondDealerIsAskedOnceTheFirstIsKnownToHaveRejectedTheTrade() {
        bench.orders.rejects(MovementKind.TRADE, CREDIT_LIMIT);

        assertThat(bench.drive()).isEqualTo(COMPLETED);
        assertThat(bench.desk.trades()).hasSize(1);
        assertThat(bench.secondDesk.trades())
                .singleElement()
                .satisfies(
                        trade -> assertThat(trade.rate()).isEqualTo(bench.now().rate()));
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/1", "trade/1", "payout/1");
        assertThat(bench.shortages).isEmpty();
    }

    @Test
    void noSecondDealerIsAskedWhileTheFirstTradeMayHaveBeenExecuted() {
        bench.orders.losesReply(MovementKind.TRADE).alwaysFinds(MovementKind.TRADE, new InquiryResult.Unknown("out"));

        assertThat(bench.driveToRest()).isEqualTo(new Advance.AwaitingNews());
        assertThat(bench.secondDesk.trades()).isEmpty();
        assertThat(bench.secondDesk.requests()).isEmpty();
    }

    @Test
    void whenEveryDealerIsAtItsLimitThePaymentWaitsAndGoesOn() {
        bench.orders.rejects(MovementKind.TRADE, CREDIT_LIMIT).rejects(MovementKind.TRADE, CREDIT_LIMIT);

        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);
        assertThat(bench.shortages).hasSize(1);
        assertThat(bench.driveToRest()).isEqualTo(COMPLETED);
    }

    @Test
    void aRateThatNobodyOffersIsWaitedForAndTheBuyerIsRefundedAfterwards() {
        bench.orders.rejects(MovementKind.PAYOUT, Reason.of("ac04", "closed"));
        outOfRates(bench.desk);
        outOfRates(bench.secondDesk);

        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);
        assertThat(bench.shortages)
                .singleElement()
                .satisfies(cause -> assertThat(cause.reason().code()).isEqualTo("rate_unavailable"));
        assertThat(bench.driveToRest()).isEqualTo(RETURNED);
    }

    @Test
    void whatAFrozenAccountWouldNotTakeIsNotSent() {
        bench.book.freeze(payable);

        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);
        assertThat(bench.orders.exchanges()).isEmpty();
        assertThat(bench.shortages)
                .singleElement()
                .satisfies(cause -> assertThat(cause.reason().code()).isEqualTo("account_closed_to_postings"));

        bench.book.unfreeze(payable);
        assertThat(bench.driveToRest()).isEqualTo(COMPLETED);
    }

    @Test
    void whatABankDidAfterAnAccountWasFrozenStandsInSuspenseWithABreak() {
        InstructionKey key = bench.begin();
        bench.book.freeze(payable);

        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);

        assertThat(bench.now().instruction(key).isBooked()).isTrue();
        assertThat(bench.book.sum(AccountKind.SUSPENSE))
                .isEqualTo(bench.payment.price().source().minorUnits());
        assertThat(bench.payments.breaks().listOpen()).singleElement().satisfies((Break found) -> {
            assertThat(found.type()).isEqualTo(BreakType.IN_SUSPENSE);
            assertThat(found.instruction()).isEqualTo(key);
            assertThat(found.amount()).isEqualTo(bench.payment.price().source());
        });
    }

    @Test
    void aPaymentWhoseMoneyStandsInSuspenseGoesOnWhenTheAccountIsThawedAndOwesNothing() {
        bench.begin();
        bench.book.freeze(payable);
        bench.drive();
        bench.book.unfreeze(payable);

        assertThat(bench.driveToRest()).isEqualTo(COMPLETED);
        assertThat(bench.book.sum(AccountKind.SUSPENSE)).isZero();
        assertThat(bench.book.sum(AccountKind.PAYABLE)).isZero();
    }

    @Test
    void aCallbackIsRecordedThoughTheAccountIsFrozen() {
        InstructionKey key = bench.begin();
        bench.book.freeze(payable);
        bench.orders.finds(MovementKind.COLLECTION, ScriptedOrders.booked());

        bench.driver.awaitAnswer(bench.id(), key.value());

        assertThat(bench.now().instruction(key).isBooked()).isTrue();
    }

    @Test
    void aRetryDoesNotSendPastAFrozenAccount() {
        bench.orders.rejects(MovementKind.TOP_UP, OUR_ACCOUNT_IS_SHORT);
        bench.drive();
        bench.book.freeze(Accounts.nostro(bench.payment.route().dealerSource()));

        RecordedDecision retry = decisions.carryOut(new Decision.Retry(decisions.header()));

        assertThat(retry.status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(bench.latest(MovementKind.TOP_UP).key().attempt()).isEqualTo(1);
        assertThat(bench.executed()).containsExactly("collection/1");
    }

    @Test
    void currencyIsSoldBackAtARuinousRateOnlyOnceAPersonHasLooked() {
        bench.orders.rejects(MovementKind.PAYOUT, Reason.of("ac04", "closed"));
        bench.desk.answers(ruinous());
        bench.secondDesk.answers(ruinous());

        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);
        assertThat(bench.now().state().parking().reason().code()).isEqualTo("unwind_too_dear");
        assertThat(bench.executed()).doesNotContain("reversal/1");

        bench.desk.answers(ruinous());
        int plan = ((PlanResult.Proposed) bench.planning.propose(bench.payment.id(), Reason.of("ac04", "closed")))
                .plan()
                .number();
        decisions.carryOut(new Decision.Unwind(decisions.header(), plan));
        assertThat(bench.driveToRest()).isEqualTo(RETURNED);
    }

    @Test
    void aPriceThatStillHoldsIsShownAgain() {
        bench.orders.rejects(MovementKind.PAYOUT, Reason.of("ac01", "wrong account"));
        bench.drive();
        Reason reason = Reason.of("ac01", "wrong account");

        PlanResult first = bench.planning.propose(bench.payment.id(), reason);
        PlanResult second = bench.planning.propose(bench.payment.id(), reason);

        assertThat(second).isEqualTo(first);
        assertThat(bench.now().state().plans()).hasSize(2);
    }

    /** A tenth of what the currency cost. */
    private RateResponse ruinous() {
        Money currency = bench.payment.price().destination();
        FxRate rate = new FxRate(
                new CurrencyPair(
                        currency.currency(), bench.payment.price().source().currency()),
                new BigDecimal("0.72"));
        return new RateResponse.Offered(new FirmRate(
                "dear", currency, rate.convert(currency), rate, bench.time().plusSeconds(900)));
    }

    private static void outOfRates(ScriptedDesk desk) {
        desk.answers(new RateResponse.Unavailable("no answer"));
    }
}
