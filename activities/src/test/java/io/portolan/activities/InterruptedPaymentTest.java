package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.Result;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole payments that somebody or something breaks into: operators, late answers, a workflow service that forgets. */
class InterruptedPaymentTest {
    private static final Reason CLOSED = Reason.of("AC04", "account closed");

    private final PaymentScenario scenario = new PaymentScenario();
    private final ActivitiesUnderTest bench = scenario.bench;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void aPaymentWithdrawnWhileTheTradeIsOpenIsSoldBackAndRefunded() {
        bench.orders.alwaysFinds(Step.CONVERSION, new InquiryResult.Pending("T42"));
        scenario.workflows.start(bench.payment.id());
        PaymentScenario.until(() -> bench.now().latest(Step.CONVERSION).isPresent());
        scenario.workflows.decide(new Decision.Cancel(scenario.header("d1")));
        bench.orders.tellsTheTruth(Step.CONVERSION);

        assertThat(scenario.result()).isEqualTo(Result.RETURNED);
        scenario.assertExecuted("collection/1", "top-up/1", "conversion/1", "reversal/1", "refund/1");
        assertThat(bench.now().state().reason().code()).isEqualTo("cancelled");
        scenario.assertNothingOwed();
    }

    static Stream<Arguments> resolutions() {
        return Stream.of(
                arguments((Function<DecisionHeader, Decision>) Decision.ResolveExecuted::new, Result.COMPLETED),
                arguments((Function<DecisionHeader, Decision>) Decision.ResolveNotExecuted::new, Result.RETURNED));
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void aPayoutThatIsNeverAnsweredIsParkedAndResolvedEitherWay(
            Function<DecisionHeader, Decision> resolution, Result result) {
        bench.orders.alwaysFinds(Step.PAYOUT, new InquiryResult.Pending("P42"));
        scenario.workflows.start(bench.payment.id());
        scenario.parkedFor("outcome_unknown");

        scenario.decide(resolution.apply(scenario.header("d1")));

        assertThat(scenario.result()).isEqualTo(result);
        assertThat(bench.orders.exchanges())
                .filteredOn("instruct payout/1"::equals)
                .hasSize(1);
        scenario.assertNothingOwed();
    }

    @Test
    void aCorrectedPayeeIsPaidUnderANewKey() {
        bench.orders.rejects(Step.PAYOUT, new Reason("AC01", "wrong account", Remedy.CORRECT_PAYEE));
        scenario.workflows.start(bench.payment.id());
        PaymentScenario.until(() -> bench.now().stage() == Stage.PARKED);
        bench.payments.change(
                bench.payment.id(),
                payment -> Transitions.correctPayee(payment, SamplePayments.payee("000987654321"), bench.time()));

        scenario.decide(new Decision.Retry(scenario.header("d1")));

        assertThat(scenario.result()).isEqualTo(Result.COMPLETED);
        assertThat(bench.latest(Step.PAYOUT).key().attempt()).isEqualTo(2);
        assertThat(bench.bank.payoutOrders().getLast().payee().account().number())
                .isEqualTo("000987654321");
        scenario.assertNothingOwed();
    }

    @Test
    void aRejectedRefundStaysADebtUntilANewAttemptPaysIt() {
        bench.orders.rejects(Step.CONVERSION, CLOSED).rejects(Step.REFUND, Reason.of("ACCOUNT_CLOSED", "closed"));
        scenario.workflows.start(bench.payment.id());
        scenario.parkedFor("ACCOUNT_CLOSED");
        assertThat(scenario.owed(AccountKind.UNCLAIMED_REFUND)).isNotZero();

        scenario.decide(new Decision.Retry(scenario.header("d1")));

        assertThat(scenario.result()).isEqualTo(Result.RETURNED);
        assertThat(scenario.owed(AccountKind.UNCLAIMED_REFUND)).isZero();
        scenario.assertNothingOwed();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"COLLECTION", "TOP_UP", "CONVERSION", "PAYOUT", "REVERSAL", "REFUND"})
    void aPaymentWhoseHistoryIsLostAtAnyStepIsDrivenAgainFromTheDatabase(Step step) {
        if (step.isCompensation()) {
            bench.orders.rejects(Step.PAYOUT, CLOSED);
        }
        bench.orders.alwaysFinds(step, new InquiryResult.Pending("X42"));
        scenario.workflows.start(bench.payment.id());
        PaymentScenario.until(() -> bench.now().latest(step).isPresent());
        scenario.temporal
                .getWorkflowClient()
                .newUntypedWorkflowStub(bench.id())
                .terminate("the workflow service forgets");
        bench.orders.tellsTheTruth(step);

        assertThat(scenario.run()).isEqualTo(step.isCompensation() ? Result.RETURNED : Result.COMPLETED);
        assertThat(bench.orders.executed()).doesNotHaveDuplicates();
        assertThat(bench.now().state().instructions())
                .extracting(instruction -> instruction.key().attempt())
                .containsOnly(1);
        scenario.assertNothingOwed();
    }

    @Test
    void aParkedPaymentWhoseHistoryIsLostIsParkedAtOnceAndKeepsListening() {
        bench.orders.alwaysFinds(Step.COLLECTION, new InquiryResult.Pending("B42"));
        scenario.workflows.start(bench.payment.id());
        Payment parked = scenario.parkedFor("outcome_unknown");
        scenario.temporal
                .getWorkflowClient()
                .newUntypedWorkflowStub(bench.id())
                .terminate("the workflow service forgets");

        scenario.workflows.start(bench.payment.id());
        scenario.decide(new Decision.ResolveExecuted(scenario.header("d1")));

        assertThat(scenario.result()).isEqualTo(Result.COMPLETED);
        assertThat(bench.payments.eventTypes()).filteredOn("parked"::equals).hasSize(1);
        assertThat(parked.stage()).isEqualTo(Stage.PARKED);
    }

    @Test
    void theBanksCallbackEndsALongWait() {
        bench.orders.alwaysFinds(Step.COLLECTION, new InquiryResult.Pending("B42"));
        scenario.workflows.start(bench.payment.id());
        PaymentScenario.until(() -> bench.calls.of(bench.payment.id()).size() > 8);
        bench.orders.tellsTheTruth(Step.COLLECTION);

        scenario.workflows.bankAnswered(InstructionKey.first(bench.payment.id(), Step.COLLECTION));

        PaymentScenario.until(() -> bench.now().stage() == Stage.COMPLETED);
    }
}
