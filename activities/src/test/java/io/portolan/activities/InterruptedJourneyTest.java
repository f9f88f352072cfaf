package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.Step;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.Ending;
import io.portolan.workflows.payment.Resolution;
import io.portolan.workflows.payment.Resolution.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole payments that somebody or something breaks into: operators, late answers, an engine that forgets. */
class InterruptedJourneyTest {
    private static final Reason CLOSED = Reason.of("AC04", "account closed");

    private final Journey journey = new Journey();
    private final Workbench bench = journey.bench;

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void aPaymentWithdrawnWhileTheTradeIsOpenIsSoldBackAndRefunded() {
        bench.orders.alwaysFinds(Step.CONVERSION, new Finding.Pending("T42"));
        journey.workflows.start(bench.accepted.id());
        Journey.until(() -> bench.now().latest(Step.CONVERSION).isPresent());
        journey.workflows.requestCancel(bench.accepted.id(), Journey.decision("d1"));
        bench.orders.tellsTheTruth(Step.CONVERSION);

        assertThat(journey.ending()).isEqualTo(Ending.RETURNED);
        journey.assertExecuted("collection/1", "top-up/1", "conversion/1", "reversal/1", "refund/1");
        assertThat(bench.now().progress().reason().code()).isEqualTo("cancelled");
        journey.assertNothingOwed();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void aPayoutThatIsNeverAnsweredIsParkedAndResolvedEitherWay(Verdict verdict) {
        bench.orders.alwaysFinds(Step.PAYOUT, new Finding.Pending("P42"));
        journey.workflows.start(bench.accepted.id());
        journey.parkedFor("outcome_unknown");

        Journey.decide(() ->
                journey.workflows.resolveUnknown(bench.accepted.id(), new Resolution(Journey.decision("d1"), verdict)));

        assertThat(journey.ending()).isEqualTo(verdict == Verdict.EXECUTED ? Ending.COMPLETED : Ending.RETURNED);
        assertThat(bench.orders.exchanges())
                .filteredOn("instruct payout/1"::equals)
                .hasSize(1);
        journey.assertNothingOwed();
    }

    @Test
    void aCorrectedPayeeIsPaidUnderANewKey() {
        bench.orders.refuses(Step.PAYOUT, new Reason("AC01", "wrong account", Remedy.CORRECT_PAYEE));
        journey.workflows.start(bench.accepted.id());
        Journey.until(() -> bench.now().stage() == Stage.PARKED);
        bench.payments.change(
                bench.accepted.id(),
                payment -> Transitions.corrected(payment, SamplePayments.payee("000987654321"), bench.time()));

        Journey.decide(() -> journey.workflows.retryLeg(bench.accepted.id(), Journey.decision("d1")));

        assertThat(journey.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(bench.latest(Step.PAYOUT).key().attempt()).isEqualTo(2);
        assertThat(bench.bank.payoutOrders().getLast().payee().account().number())
                .isEqualTo("000987654321");
        journey.assertNothingOwed();
    }

    @Test
    void aRefusedRefundStaysADebtUntilANewAttemptPaysIt() {
        bench.orders.refuses(Step.CONVERSION, CLOSED).refuses(Step.REFUND, Reason.of("ACCOUNT_CLOSED", "closed"));
        journey.workflows.start(bench.accepted.id());
        journey.parkedFor("ACCOUNT_CLOSED");
        assertThat(journey.owed(AccountKind.UNCLAIMED_REFUND)).isNotZero();

        Journey.decide(() -> journey.workflows.retryLeg(bench.accepted.id(), Journey.decision("d1")));

        assertThat(journey.ending()).isEqualTo(Ending.RETURNED);
        assertThat(journey.owed(AccountKind.UNCLAIMED_REFUND)).isZero();
        journey.assertNothingOwed();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"COLLECTION", "TOP_UP", "CONVERSION", "PAYOUT", "REVERSAL", "REFUND"})
    void aPaymentWhoseHistoryIsLostAtAnyStepIsDrivenAgainFromTheDatabase(Step step) {
        if (step.isUndo()) {
            bench.orders.refuses(Step.PAYOUT, CLOSED);
        }
        bench.orders.alwaysFinds(step, new Finding.Pending("X42"));
        journey.workflows.start(bench.accepted.id());
        Journey.until(() -> bench.now().latest(step).isPresent());
        journey.engine.getWorkflowClient().newUntypedWorkflowStub(bench.id()).terminate("the engine forgets");
        bench.orders.tellsTheTruth(step);

        assertThat(journey.driven()).isEqualTo(step.isUndo() ? Ending.RETURNED : Ending.COMPLETED);
        assertThat(bench.orders.executed()).doesNotHaveDuplicates();
        assertThat(bench.now().progress().instructions())
                .extracting(instruction -> instruction.key().attempt())
                .containsOnly(1);
        journey.assertNothingOwed();
    }

    @Test
    void aParkedPaymentWhoseHistoryIsLostIsParkedAtOnceAndKeepsListening() {
        bench.orders.alwaysFinds(Step.COLLECTION, new Finding.Pending("B42"));
        journey.workflows.start(bench.accepted.id());
        Payment parked = journey.parkedFor("outcome_unknown");
        journey.engine.getWorkflowClient().newUntypedWorkflowStub(bench.id()).terminate("the engine forgets");

        journey.workflows.start(bench.accepted.id());
        Journey.decide(() -> journey.workflows.resolveUnknown(
                bench.accepted.id(), new Resolution(Journey.decision("d1"), Verdict.EXECUTED)));

        assertThat(journey.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(bench.payments.eventTypes()).filteredOn("parked"::equals).hasSize(1);
        assertThat(parked.stage()).isEqualTo(Stage.PARKED);
    }

    @Test
    void theBanksCallbackEndsALongWait() {
        bench.orders.alwaysFinds(Step.COLLECTION, new Finding.Pending("B42"));
        journey.workflows.start(bench.accepted.id());
        Journey.until(() -> bench.calls.of(bench.accepted.id()).size() > 8);
        bench.orders.tellsTheTruth(Step.COLLECTION);

        journey.workflows.bankAnswered(InstructionKey.first(bench.accepted.id(), Step.COLLECTION));

        Journey.until(() -> bench.now().stage() == Stage.COMPLETED);
    }
}
