package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.Step;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole payments: the workflow and the real activities over scripted banks, down to the book. */
class PaymentJourneyTest {
    private static final Reason CLOSED = Reason.of("AC04", "account closed");

    private final Journey journey = new Journey();
    private final Workbench bench = journey.bench;

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void aPaymentThatGoesWellLeavesNothingOwedAndCosts23Events() {
        assertThat(journey.driven()).isEqualTo(Ending.COMPLETED);

        assertThat(bench.now().stage()).isEqualTo(Stage.COMPLETED);
        journey.assertExecuted("collection/1", "top-up/1", "conversion/1", "payout/1");
        journey.assertNothingOwed();
        assertThat(journey.engine.getWorkflowClient().fetchHistory(bench.id()).getEvents())
                .hasSize(23);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"COLLECTION", "TOP_UP", "CONVERSION", "PAYOUT"})
    void aReplyThatIsLostAtAnyStepMovesNothingTwice(Step step) {
        bench.orders.losesReply(step);

        assertThat(journey.driven()).isEqualTo(Ending.COMPLETED);
        journey.assertExecuted("collection/1", "top-up/1", "conversion/1", "payout/1");
        journey.assertNothingOwed();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"TOP_UP", "CONVERSION"})
    void aRefusalOnTheWayToTheForeignCurrencyRefundsTheBuyer(Step step) {
        bench.orders.refuses(step, Reason.of("credit_limit", "too much"));

        assertThat(journey.driven()).isEqualTo(Ending.RETURNED);
        assertThat(bench.now().stage()).isEqualTo(Stage.RETURNED);
        assertThat(bench.now().refunded()).isEqualTo(bench.accepted.price().source());
        journey.assertNothingOwed();
    }

    @Test
    void aRefusedPayoutIsSoldBackAndRefunded() {
        bench.orders.refuses(Step.PAYOUT, CLOSED);

        assertThat(journey.driven()).isEqualTo(Ending.RETURNED);
        journey.assertExecuted("collection/1", "top-up/1", "conversion/1", "reversal/1", "refund/1");
        assertThat(bench.balances().keySet())
                .extracting(account -> account.kind())
                .contains(AccountKind.FX_LOSS);
        journey.assertNothingOwed();
    }

    @Test
    void aWithdrawnPaymentEndsBeforeAnythingMoves() {
        bench.payments.change(bench.accepted.id(), payment -> Transitions.cancelRequested(payment, bench.time()));

        assertThat(journey.driven()).isEqualTo(Ending.CANCELLED);
        assertThat(bench.now().stage()).isEqualTo(Stage.CANCELLED);
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aPayoutThatComesBackShortReopensThePayment() {
        journey.driven();
        Money back = new Money(bench.accepted.price().destination().currency(), 98_455);
        PayoutReturn returned = new PayoutReturn("R1", back, CLOSED, bench.time());
        bench.payments.change(bench.accepted.id(), payment -> Transitions.returned(payment, returned, bench.time()));

        assertThat(journey.driven()).isEqualTo(Ending.RETURNED);
        assertThat(bench.latest(Step.REVERSAL).amount()).isEqualTo(back);
        assertThat(bench.now().progress().reason().code()).isEqualTo("payout_returned");
        journey.assertNothingOwed();
    }
}
