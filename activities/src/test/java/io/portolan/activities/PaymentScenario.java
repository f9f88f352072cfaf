package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.Result;
import io.portolan.workflows.temporal.Payloads;
import io.portolan.workflows.temporal.PaymentWorker;
import io.portolan.workflows.temporal.TemporalPaymentWorkflows;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One payment's whole way: the in-process workflow service, the workflow, the real activities, and the checks of where the money is. Every task replays. */
final class PaymentScenario implements AutoCloseable {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
            .setInitialTime(SamplePayments.NOON)
            .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                    .setDataConverter(Payloads.readable())
                    .build())
            .setWorkerFactoryOptions(PaymentWorker.factoryOptions())
            .build());
    final ActivitiesUnderTest bench =
            new ActivitiesUnderTest(SamplePayments.cnyToUsd(), TickingClock.aheadOf(workflowTime()));
    final DecisionsUnderTest decisions = new DecisionsUnderTest(bench);
    final PaymentWorkflows workflows = new TemporalPaymentWorkflows(
            temporal.getWorkflowClient(), bench.payments, Duration.ofSeconds(8), bench.clock());

    PaymentScenario() {
        WorkerOptions forgetful = WorkerOptions.newBuilder(PaymentWorker.options())
                .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                .build();
        PaymentWorker.register(temporal.getWorkerFactory(), forgetful, bench.driver);
        temporal.start();
    }

    @Override
    public void close() {
        temporal.close();
    }

    PaymentScenario start() {
        workflows.start(bench.payment.id());
        return this;
    }

    Result run() {
        return start().result();
    }

    Result result() {
        return temporal.getWorkflowClient().newUntypedWorkflowStub(bench.id()).getResult(Result.class);
    }

    /** Lets the window for an answer pass, until a person is asked. */
    void parked() {
        temporal.sleep(SamplePayments.LIMITS.collecting().plusMinutes(1));
        until(() -> bench.now().stage() == Stage.PARKED);
    }

    /** The workflow service loses all that it knows of the payment. */
    void forget() {
        temporal.getWorkflowClient().newUntypedWorkflowStub(bench.id()).terminate("the workflow service forgets");
    }

    void assertExecuted(String... orders) {
        assertThat(bench.executed()).containsExactly(orders);
    }

    void assertNothingOwed() {
        assertThat(bench.book.sum(AccountKind.PAYABLE)).isZero();
        assertThat(bench.book.sum(AccountKind.FX_POSITION)).isZero();
    }

    static void until(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(TIME_LIMIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                fail("this did not come true within " + TIME_LIMIT);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Clock workflowTime() {
        InstantSource source = () -> Instant.ofEpochMilli(temporal.currentTimeMillis());
        return source.withZone(ZoneOffset.UTC);
    }
}
