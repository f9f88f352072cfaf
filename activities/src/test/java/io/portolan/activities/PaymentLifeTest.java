package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole payments: the workflow and the real activities over scripted banks, down to the book. */
class PaymentLifeTest {
    private static final Reason CLOSED = Reason.of("AC04", "account closed");

    private final PaymentScenario scenario = new PaymentScenario();
    private final ActivitiesUnderTest bench = scenario.bench;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void aPaymentThatGoesWellLeavesNothingOwedAndCosts23Events() {
        assertThat(scenario.run()).isEqualTo(Result.COMPLETED);

        assertThat(bench.now().stage()).isEqualTo(Stage.COMPLETED);
        scenario.assertExecuted("collection/1", "top-up/1", "conversion/1", "payout/1");
        scenario.assertNothingOwed();
        assertThat(scenario.temporal
                        .getWorkflowClient()
                        .fetchHistory(bench.id())
                        .getEvents())
                .hasSize(23);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"COLLECTION", "TOP_UP", "CONVERSION", "PAYOUT"})
    void aReplyThatIsLostAtAnyStepMovesNothingTwice(Step step) {
        bench.orders.losesReply(step);

        assertThat(scenario.run()).isEqualTo(Result.COMPLETED);
        scenario.assertExecuted("collection/1", "top-up/1", "conversion/1", "payout/1");
        scenario.assertNothingOwed();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"TOP_UP", "CONVERSION"})
    void aRejectionOnTheWayToTheForeignCurrencyRefundsTheBuyer(Step step) {
        bench.orders.rejects(step, Reason.of("credit_limit", "too much"));

        assertThat(scenario.run()).isEqualTo(Result.RETURNED);
        assertThat(bench.now().stage()).isEqualTo(Stage.RETURNED);
        assertThat(bench.now().refunded()).isEqualTo(bench.payment.price().source());
        scenario.assertNothingOwed();
    }

    @Test
    void aRejectedPayoutIsSoldBackAndRefunded() {
        bench.orders.rejects(Step.PAYOUT, CLOSED);

        assertThat(scenario.run()).isEqualTo(Result.RETURNED);
        scenario.assertExecuted("collection/1", "top-up/1", "conversion/1", "reversal/1", "refund/1");
        assertThat(bench.balances().keySet())
                .extracting(account -> account.kind())
                .contains(AccountKind.FX_LOSS);
        scenario.assertNothingOwed();
    }

    @Test
    void aWithdrawnPaymentEndsBeforeAnythingMoves() {
        bench.payments.change(bench.payment.id(), payment -> Transitions.requestCancel(payment, bench.time()));

        assertThat(scenario.run()).isEqualTo(Result.CANCELLED);
        assertThat(bench.now().stage()).isEqualTo(Stage.CANCELLED);
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aPayoutThatComesBackShortReopensThePayment() {
        scenario.run();
        Money back = new Money(bench.payment.price().destination().currency(), 98_455);
        PayoutReturn returned = new PayoutReturn("R1", back, CLOSED, bench.time());
        bench.payments.change(bench.payment.id(), payment -> Transitions.recordReturn(payment, returned, bench.time()));

        assertThat(scenario.run()).isEqualTo(Result.RETURNED);
        assertThat(bench.latest(Step.REVERSAL).amount()).isEqualTo(back);
        assertThat(bench.now().state().reason().code()).isEqualTo("payout_returned");
        scenario.assertNothingOwed();
    }
}
