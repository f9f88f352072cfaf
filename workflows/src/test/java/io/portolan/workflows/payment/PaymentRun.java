package io.portolan.workflows.payment;

import static org.assertj.core.api.Assertions.fail;

import io.portolan.domain.ids.PaymentId;
import io.portolan.workflows.temporal.Payloads;
import io.portolan.workflows.temporal.PaymentWorker;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One payment driven by the in-process workflow service with skipped time. The worker keeps no workflow between two tasks, so that every task replays the
 * payment from its beginning.
 */
final class PaymentRun implements AutoCloseable {
    static final PaymentId PAYMENT = new PaymentId("pay_06E8P3W2V0K7N4QZT1XR");

    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private final TestWorkflowEnvironment environment;
    private WorkflowStub workflow;

    PaymentRun(ScriptedActivities activities) {
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.readable())
                        .setIdentity("test")
                        .build())
                .setWorkerFactoryOptions(PaymentWorker.factoryOptions())
                .build());
        WorkerOptions forgetful = WorkerOptions.newBuilder(PaymentWorker.options())
                .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                .build();
        PaymentWorker.register(environment.getWorkerFactory(), forgetful, activities);
        environment.start();
    }

    /** Starts the payment (again). */
    PaymentRun start() {
        workflow = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        PaymentWorkflow.TYPE,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(PAYMENT.value())
                                .setTaskQueue(PaymentWorkflow.TASK_QUEUE)
                                .build());
        workflow.start(PAYMENT.value());
        return this;
    }

    Result result() {
        return workflow.getResult(Result.class);
    }

    /** So long from now, by the workflow service's clock. */
    Instant in(Duration duration) {
        return Instant.ofEpochMilli(environment.currentTimeMillis()).plus(duration);
    }

    /** Lets time pass. */
    void pass(Duration duration) {
        environment.sleep(duration);
    }

    void news() {
        environment.getWorkflowClient().newUntypedWorkflowStub(PAYMENT.value()).signal("news", ScriptedActivities.KEY);
    }

    void decide(String decision) {
        workflow.update("decide", Void.class, decision);
    }

    /** Returns when nothing is under way but waits. */
    PaymentRun atRest() {
        until(() -> events().getLast().getEventType().name().contains("WORKFLOW_TASK_COMPLETED")
                || events().getLast().hasTimerStartedEventAttributes()
                || isWait(events().getLast()));
        return this;
    }

    private static boolean isWait(HistoryEvent last) {
        return last.hasActivityTaskScheduledEventAttributes()
                && last.getActivityTaskScheduledEventAttributes()
                        .getActivityType()
                        .getName()
                        .contains("Await");
    }

    List<HistoryEvent> events() {
        return history().getEvents();
    }

    /** Keeps the history of a finished payment for {@link RecordedHistoriesTest}, if that is asked for. */
    void recordAs(String name) {
        if (!Boolean.getBoolean("portolan.histories.record")) {
            return;
        }
        try {
            Files.writeString(
                    Path.of("src/test/resources/histories", name + ".json"),
                    history().toJson(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        environment.close();
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

    private WorkflowExecutionHistory history() {
        return environment.getWorkflowClient().fetchHistory(PAYMENT.value());
    }
}
