package io.portolan.workflows.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import io.portolan.workflows.payment.Result;
import io.portolan.workflows.payment.ScriptedActivities;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemporalPaymentWorkflowsTest {
    private static final Duration POLL_WINDOW = Duration.ofSeconds(8);
    private static final Instant AFTER_THE_POLLS = SamplePayments.NOON.plusSeconds(70);
    private static final String DECISION = DecisionHeader.nextId();

    private final TestWorkflowEnvironment environment =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(Payloads.readable())
                            .build())
                    .setWorkerFactoryOptions(PaymentWorker.factoryOptions())
                    .build());
    private final Payment accepted = SamplePayments.cnyToUsd();
    private final InstructionKey collection = SamplePayments.keyOf(accepted, MovementKind.COLLECTION);
    private final InstructionKey payout = SamplePayments.keyOf(accepted, MovementKind.PAYOUT);
    private final PaymentId id = accepted.id();
    private final InMemoryPayments payments = InMemoryPayments.of(SamplePayments.begun(accepted, collection));
    private final ScriptedActivities activities = new ScriptedActivities();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void startingTwiceIsHarmless() {
        PaymentWorkflows workflows = workflows(SamplePayments.NOON);
        workflows.start(id);

        assertThatCode(() -> workflows.start(id)).doesNotThrowAnyException();
    }

    @Test
    void aFinishedPaymentIsStartedAgain() {
        PaymentWorkflows workflows = workflows(SamplePayments.NOON);
        serve();
        workflows.start(id);
        assertThat(result()).isEqualTo(Result.COMPLETED);

        workflows.start(id);

        assertThat(result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.count("advance")).isEqualTo(2);
    }

    @Test
    void wakingReachesAPaymentThatRuns() {
        PaymentWorkflows workflows = workflows(SamplePayments.NOON);
        workflows.start(id);

        workflows.wake(id);

        assertThat(signals()).isEqualTo(1);
    }

    @Test
    void wakingStartsAPaymentThatDoesNotRun() {
        serve();

        workflows(SamplePayments.NOON).wake(id);

        assertThat(result()).isEqualTo(Result.COMPLETED);
    }

    @Test
    void aHintForWhatIsOpenReachesThePayment() {
        PaymentWorkflows workflows = workflows(SamplePayments.NOON.plus(POLL_WINDOW));
        workflows.start(id);

        workflows.bankAnswered(collection);

        assertThat(signals()).isEqualTo(1);
    }

    @Test
    void aHintDuringTheFirstPollsOrForWhatIsNotOpenCostsNoHistory() {
        PaymentWorkflows early = workflows(SamplePayments.NOON.plus(POLL_WINDOW).minusMillis(1));
        PaymentWorkflows late = workflows(AFTER_THE_POLLS);
        early.start(id);

        early.bankAnswered(collection);
        late.bankAnswered(payout);
        late.bankAnswered(new InstructionKey(PaymentId.next(), 1, 1, 1));

        assertThat(signals()).isZero();
    }

    @Test
    void aHintForWhatIsDecidedCostsNoHistory() {
        payments.change(
                id,
                stored -> Transitions.recordInquiry(stored, collection, ScriptedOrders.booked(), SamplePayments.NOON));
        PaymentWorkflows workflows = workflows(AFTER_THE_POLLS);
        workflows.start(id);

        workflows.bankAnswered(collection);

        assertThat(signals()).isZero();
    }

    @Test
    void aHintForAPaymentThatNobodyDrivesIsNotMissed() {
        assertThatCode(() -> workflows(AFTER_THE_POLLS).bankAnswered(collection))
                .doesNotThrowAnyException();
    }

    @Test
    void aDecisionIsCarriedOutBeforeTheCallReturns() {
        activities.advances(new Advance.AwaitingNews());
        serve();
        PaymentWorkflows workflows = workflows(SamplePayments.NOON);
        workflows.start(id);

        workflows.decide(id, DECISION);

        assertThat(activities.notes()).contains("carryOut " + DECISION);
        assertThat(result()).isEqualTo(Result.COMPLETED);
    }

    @Test
    void aDecisionAboutAPaymentThatNobodyDrivesStartsIt() {
        activities.advances(new Advance.AwaitingNews());
        serve();

        workflows(SamplePayments.NOON).decide(id, DECISION);

        assertThat(activities.notes()).contains("carryOut " + DECISION);
        assertThat(result()).isEqualTo(Result.COMPLETED);
    }

    @Test
    void aDecisionThatIsToldTwiceEntersTheHistoryOnce() {
        activities.advances(new Advance.AwaitingNews(), new Advance.AwaitingNews(), new Advance.AwaitingNews());
        serve();
        PaymentWorkflows workflows = workflows(SamplePayments.NOON);

        workflows.decide(id, DECISION);
        workflows.decide(id, DECISION);

        assertThat(activities.count("carryOut " + DECISION)).isEqualTo(1);
    }

    @Test
    void aPaymentWithoutAWorkerKeepsNobodyWaiting() {
        PaymentWorkflows workflows = workflows(SamplePayments.NOON);
        long before = System.nanoTime();

        assertThatThrownBy(() -> workflows.decide(id, DECISION)).isInstanceOf(WorkflowServiceUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aWorkflowServiceThatIsDownKeepsNobodyWaiting() {
        WorkflowServiceStubs nobody = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:1")
                .build());
        PaymentWorkflows workflows = workflows(WorkflowClient.newInstance(nobody), AFTER_THE_POLLS);
        long before = System.nanoTime();

        assertThatThrownBy(() -> workflows.start(id)).isInstanceOf(WorkflowServiceUnavailable.class);
        assertThatThrownBy(() -> workflows.wake(id)).isInstanceOf(WorkflowServiceUnavailable.class);
        assertThatThrownBy(() -> workflows.bankAnswered(collection)).isInstanceOf(WorkflowServiceUnavailable.class);
        assertThatThrownBy(() -> workflows.decide(id, DECISION)).isInstanceOf(WorkflowServiceUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(25));
        nobody.shutdownNow();
    }

    private void serve() {
        PaymentWorker.register(environment.getWorkerFactory(), activities);
        environment.start();
    }

    private PaymentWorkflows workflows(Instant now) {
        return workflows(environment.getWorkflowClient(), now);
    }

    private PaymentWorkflows workflows(WorkflowClient client, Instant now) {
        return new TemporalPaymentWorkflows(client, payments, POLL_WINDOW, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Result result() {
        return environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(id.value())
                .getResult(Result.class);
    }

    private long signals() {
        return environment.getWorkflowClient().fetchHistory(id.value()).getEvents().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
                .count();
    }
}
