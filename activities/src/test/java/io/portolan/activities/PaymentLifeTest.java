package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.workflows.payment.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole payments: the workflow and the real activities over scripted banks, down to the book. Every task replays. */
class PaymentLifeTest {
    private static final Reason CLOSED = Reason.of("ac04", "account closed");

    private final PaymentScenario scenario = new PaymentScenario();
    private final ActivitiesUnderTest bench = scenario.bench;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void aPaymentThatGoesWellLeavesNothingOwedAndCosts35Events() {
        assertThat(scenario.run()).isEqualTo(Result.COMPLETED);

        assertThat(bench.now().stage()).isEqualTo(Stage.COMPLETED);
        scenario.assertExecuted("collection/1", "top-up/1", "trade/1", "payout/1");
        scenario.assertNothingOwed();
        assertThat(scenario.temporal
                        .getWorkflowClient()
                        .fetchHistory(bench.id())
                        .getEvents())
                .hasSize(35);
    }

    @ParameterizedTest
    @EnumSource(
            value = MovementKind.class,
            names = {"COLLECTION", "TOP_UP", "TRADE", "PAYOUT"})
    void aReplyThatIsLostAtAnyMovementMovesNothingTwice(MovementKind kind) {
        bench.orders.losesReply(kind);

        assertThat(scenario.run()).isEqualTo(Result.COMPLETED);
        scenario.assertExecuted("collection/1", "top-up/1", "trade/1", "payout/1");
        scenario.assertNothingOwed();
    }

    @Test
    void aRejectedPayoutIsSoldBackAndRefunded() {
        bench.orders.rejects(MovementKind.PAYOUT, CLOSED);

        assertThat(scenario.run()).isEqualTo(Result.RETURNED);
        scenario.assertExecuted("collection/1", "top-up/1", "trade/1", "reversal/1", "top-up-return/1", "refund/1");
        assertThat(bench.book.sum(AccountKind.FX_LOSS)).isPositive();
        scenario.assertNothingOwed();
    }

    @Test
    void aShortageOfOursIsWaitedForByTheWorkflow() {
        bench.orders.rejects(MovementKind.TOP_UP, Reason.of("insufficient_funds", "our account is short"));

        assertThat(scenario.run()).isEqualTo(Result.COMPLETED);
        scenario.assertExecuted("collection/1", "top-up/2", "trade/1", "payout/1");
        assertThat(bench.shortages).hasSize(1);
    }

    @Test
    void aWithdrawnPaymentEndsBeforeAnythingMoves() {
        bench.change(payment -> Transitions.requestCancel(payment, bench.time()));

        assertThat(scenario.run()).isEqualTo(Result.CANCELLED);
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aPaymentWithdrawnWhileTheTradeIsOpenIsSoldBackAndRefunded() {
        bench.orders.alwaysFinds(MovementKind.TRADE, new InquiryResult.Pending("T42"));
        scenario.start();
        PaymentScenario.until(() -> bench.now().latest(MovementKind.TRADE).isPresent());
        tell(new Decision.Cancel(scenario.decisions.header()));
        bench.orders.tellsTheTruth(MovementKind.TRADE);

        assertThat(scenario.result()).isEqualTo(Result.RETURNED);
        scenario.assertExecuted("collection/1", "top-up/1", "trade/1", "reversal/1", "top-up-return/1", "refund/1");
        assertThat(bench.now().state().reason().code()).isEqualTo("cancelled");
        scenario.assertNothingOwed();
    }

    @Test
    void aPayoutThatComesBackShortReopensThePayment() {
        scenario.run();
        Money back = bench.returnPayout(98_455, CLOSED);

        scenario.workflows.wake(bench.payment.id());

        assertThat(scenario.result()).isEqualTo(Result.RETURNED);
        assertThat(bench.latest(MovementKind.REVERSAL).amount()).isEqualTo(back);
        scenario.assertNothingOwed();
    }

    @Test
    void aPayoutThatIsNeverAnsweredIsParkedAndCompletedByEvidence() {
        InstructionKey key = parkedAtPayout();

        tell(scenario.decisions.executed(key));

        assertThat(scenario.result()).isEqualTo(Result.COMPLETED);
        assertThat(bench.orders.exchanges())
                .filteredOn("instruct payout/1"::equals)
                .hasSize(1);
        scenario.assertNothingOwed();
    }

    @Test
    void aPayoutThatIsNeverAnsweredIsParkedAndUnwoundByEvidence() {
        InstructionKey key = parkedAtPayout();

        tell(scenario.decisions.notExecuted(key));

        assertThat(scenario.result()).isEqualTo(Result.RETURNED);
        scenario.assertNothingOwed();
    }

    @Test
    void aDecisionThatStandsNowhereMovesNothing() {
        InstructionKey key = parkedAtPayout();

        scenario.workflows.decide(bench.payment.id(), DecisionHeader.nextId());

        assertThat(bench.now().stage()).isEqualTo(Stage.PARKED);
        assertThat(bench.now().instruction(key).isDecided()).isFalse();
    }

    @Test
    void aParkedPaymentHearsTheBankThoughTheHintComesLate() {
        InstructionKey key = parkedAtPayout();
        bench.orders.tellsTheTruth(MovementKind.PAYOUT);

        scenario.workflows.bankAnswered(key);

        assertThat(scenario.result()).isEqualTo(Result.COMPLETED);
    }

    @Test
    void theBanksCallbackEndsALongWait() {
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"));
        scenario.start();
        PaymentScenario.until(() -> bench.calls.of(bench.payment.id()).size() > 8);
        bench.orders.tellsTheTruth(MovementKind.COLLECTION);

        scenario.workflows.bankAnswered(bench.key(MovementKind.COLLECTION));

        PaymentScenario.until(() -> bench.now().stage() == Stage.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(MovementKind.class)
    void aPaymentWhoseHistoryIsLostAtAnyMovementIsDrivenAgainFromTheDatabase(MovementKind kind) {
        if (kind.isCompensation()) {
            bench.orders.rejects(MovementKind.PAYOUT, CLOSED);
        }
        bench.orders.alwaysFinds(kind, new InquiryResult.Pending("X42"));
        scenario.start();
        PaymentScenario.until(() -> bench.now().latest(kind).isPresent());
        scenario.forget();
        bench.orders.tellsTheTruth(kind);

        assertThat(scenario.run()).isEqualTo(kind.isCompensation() ? Result.RETURNED : Result.COMPLETED);
        assertThat(bench.now().state().instructions())
                .extracting(instruction -> instruction.key().attempt())
                .containsOnly(1);
        scenario.assertNothingOwed();
    }

    @Test
    void aParkedPaymentWhoseHistoryIsLostKeepsListening() {
        InstructionKey key = parkedAtPayout();
        scenario.forget();

        scenario.start();
        tell(scenario.decisions.executed(key));

        assertThat(scenario.result()).isEqualTo(Result.COMPLETED);
        assertThat(bench.payments.eventTypes()).filteredOn("parked"::equals).hasSize(1);
    }

    private InstructionKey parkedAtPayout() {
        bench.orders.alwaysFinds(MovementKind.PAYOUT, new InquiryResult.Pending("P42"));
        scenario.start().parked();
        assertThat(bench.now().state().parking().reason().code()).isEqualTo("outcome_unknown");
        return bench.latest(MovementKind.PAYOUT).key();
    }

    private void tell(Decision decision) {
        String id = scenario.decisions.approve(decision);
        scenario.workflows.decide(bench.payment.id(), id);
        assertThat(scenario.decisions.recorded(id).status()).isEqualTo(DecisionStatus.APPLIED);
    }
}
