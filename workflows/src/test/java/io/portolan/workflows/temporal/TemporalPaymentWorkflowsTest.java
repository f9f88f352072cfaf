package io.portolan.workflows.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.PaymentSettings;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.DecisionRejected;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import io.portolan.workflows.payment.Result;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemporalPaymentWorkflowsTest {
    private static final Duration ATTENTION = Duration.ofSeconds(8);

    private final TestWorkflowEnvironment environment =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(Payloads.readable())
                            .build())
                    .setWorkerFactoryOptions(PaymentWorker.factoryOptions())
                    .build());
    private final Payment payment = SamplePayments.cnyToUsd();
    private final PaymentId id = payment.id();
    private final InMemoryPayments payments = InMemoryPayments.of(payment);
    private final InstructionKey collection = InstructionKey.first(id, Step.COLLECTION);

    @BeforeEach
    void begin() {
        payments.change(id, before -> Transitions.begin(before, Step.COLLECTION, SamplePayments.NOON));
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void startingTwiceIsHarmless() {
        PaymentWorkflows workflows = workflows(environment.getWorkflowClient(), SamplePayments.NOON);
        workflows.start(id);

        assertThatCode(() -> workflows.start(id)).doesNotThrowAnyException();
    }

    @Test
    void aFinishedPaymentIsStartedAgain() {
        PaymentWorkflows workflows = workflows(environment.getWorkflowClient(), SamplePayments.NOON);
        PaymentWorker.register(environment.getWorkerFactory(), new SucceedingLegs());
        environment.start();
        workflows.start(id);
        assertThat(result()).isEqualTo(Result.COMPLETED);

        workflows.start(id);

        assertThat(result()).isEqualTo(Result.COMPLETED);
    }

    @Test
    void aHintForWhatIsOpenReachesThePayment() {
        PaymentWorkflows workflows = workflows(environment.getWorkflowClient(), SamplePayments.NOON.plus(ATTENTION));
        workflows.start(id);

        workflows.bankAnswered(collection);

        assertThat(signals()).isEqualTo(1);
    }

    @Test
    void aHintWhileTheLegPollsByItselfOrForWhatIsDecidedCostsNoHistory() {
        PaymentWorkflows early = workflows(environment.getWorkflowClient(), SamplePayments.NOON.plusSeconds(7));
        PaymentWorkflows late = workflows(environment.getWorkflowClient(), SamplePayments.NOON.plusSeconds(70));
        early.start(id);

        early.bankAnswered(collection);
        late.bankAnswered(InstructionKey.first(id, Step.PAYOUT));
        late.bankAnswered(InstructionKey.first(PaymentId.next(), Step.COLLECTION));

        assertThat(signals()).isZero();
    }

    @Test
    void aHintForAPaymentThatNobodyDrivesIsNotMissed() {
        PaymentWorkflows workflows = workflows(environment.getWorkflowClient(), SamplePayments.NOON.plusSeconds(70));

        assertThatCode(() -> workflows.bankAnswered(collection)).doesNotThrowAnyException();
    }

    @Test
    void aDecisionOnAPaymentThatNobodyDrivesIsRejected() {
        PaymentWorkflows workflows = workflows(environment.getWorkflowClient(), SamplePayments.NOON);

        assertThatThrownBy(() -> workflows.decide(new Decision.Retry(header())))
                .isInstanceOf(DecisionRejected.class)
                .hasMessage("the payment is not in progress");
    }

    @Test
    void aDecisionThatDoesNotFitIsRejectedInPlainWords() {
        PaymentWorkflows workflows = workflows(environment.getWorkflowClient(), SamplePayments.NOON);
        PaymentWorker.register(environment.getWorkerFactory(), new SucceedingLegs().withOpenPayout());
        environment.start();
        workflows.start(id);

        assertThatThrownBy(() -> workflows.decide(new Decision.Unwind(header())))
                .isInstanceOf(DecisionRejected.class)
                .hasMessage("the payment is not parked");
    }

    @Test
    void aPaymentWithoutAWorkerKeepsNobodyWaiting() {
        PaymentWorkflows workflows = workflows(environment.getWorkflowClient(), SamplePayments.NOON);
        workflows.start(id);
        long before = System.nanoTime();

        assertThatThrownBy(() -> workflows.decide(new Decision.Retry(header())))
                .isInstanceOf(WorkflowServiceUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aWorkflowServiceThatIsDownKeepsNobodyWaiting() {
        WorkflowServiceStubs nobody = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:1")
                .build());
        PaymentWorkflows workflows = workflows(WorkflowClient.newInstance(nobody), SamplePayments.NOON.plusSeconds(70));
        long before = System.nanoTime();

        assertThatThrownBy(() -> workflows.start(id)).isInstanceOf(WorkflowServiceUnavailable.class);
        assertThatThrownBy(() -> workflows.bankAnswered(collection)).isInstanceOf(WorkflowServiceUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        nobody.shutdownNow();
    }

    private PaymentWorkflows workflows(WorkflowClient client, Instant now) {
        return new TemporalPaymentWorkflows(
                client, payments, PaymentSettings.standard(), ATTENTION, Clock.fixed(now, ZoneOffset.UTC));
    }

    private DecisionHeader header() {
        return new DecisionHeader("d1", id, "ada", "why not", Instant.EPOCH);
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
