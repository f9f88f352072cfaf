package io.portolan.workflows.payment;

import static org.assertj.core.api.Assertions.fail;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.workflows.temporal.Payloads;
import io.portolan.workflows.temporal.PaymentWorker;
import io.temporal.api.common.v1.WorkflowExecution;
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
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * One payment driven by the in-process workflow service with skipped time. The worker keeps no workflow between two tasks, so that every task replays the
 * payment from its beginning.
 */
final class PaymentRun implements AutoCloseable {
    static final PaymentId PAYMENT = new PaymentId("pay_06E8P3W2V0K7N4QZT1XR");
    static final PaymentSettings SETTINGS =
            new PaymentSettings(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(2));

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private final TestWorkflowEnvironment environment;
    private WorkflowStub workflow;

    PaymentRun(ScriptedLegs legs) {
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
        PaymentWorker.register(environment.getWorkerFactory(), forgetful, legs);
        environment.start();
        start();
    }

    /** Starts the payment (again). */
    void start() {
        workflow = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        PaymentWorkflow.TYPE,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(PAYMENT.value())
                                .setTaskQueue(PaymentWorkflow.TASK_QUEUE)
                                .build());
        workflow.start(PAYMENT.value(), SETTINGS);
    }

    Result result() {
        return workflow.getResult(Result.class);
    }

    /** Returns when the payment is at rest: it waits for an answer, a decision or time. */
    PaymentRun atRest() {
        until(() -> isRest(events()));
        return this;
    }

    /** The last event alone does not tell: it may be about a wait that was cancelled while something else is under way. */
    private static boolean isRest(List<HistoryEvent> events) {
        Set<Long> ended = events.stream().map(PaymentRun::activityEndedBy).collect(Collectors.toSet());
        return isRest(events.getLast())
                && events.stream()
                        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                        .filter(scheduled -> !ended.contains(scheduled.getEventId()))
                        .allMatch(PaymentRun::isWait);
    }

    private static boolean isWait(HistoryEvent scheduled) {
        return scheduled
                .getActivityTaskScheduledEventAttributes()
                .getActivityType()
                .getName()
                .contains("Await");
    }

    /** The event that scheduled it; 0, which is none, if the event ends no activity. */
    private static long activityEndedBy(HistoryEvent event) {
        return switch (event.getEventType()) {
            case EVENT_TYPE_ACTIVITY_TASK_COMPLETED ->
                event.getActivityTaskCompletedEventAttributes().getScheduledEventId();
            case EVENT_TYPE_ACTIVITY_TASK_FAILED ->
                event.getActivityTaskFailedEventAttributes().getScheduledEventId();
            case EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT ->
                event.getActivityTaskTimedOutEventAttributes().getScheduledEventId();
            case EVENT_TYPE_ACTIVITY_TASK_CANCELED ->
                event.getActivityTaskCanceledEventAttributes().getScheduledEventId();
            default -> 0;
        };
    }

    private static boolean isRest(HistoryEvent last) {
        return switch (last.getEventType()) {
            case EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
                    EVENT_TYPE_TIMER_STARTED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
                    EVENT_TYPE_ACTIVITY_TASK_SCHEDULED -> true;
            default -> false;
        };
    }

    /** Lets the window for late answers pass. */
    PaymentRun afterTheWindow() {
        return after(SETTINGS.answerWindow().plusMinutes(1));
    }

    PaymentRun after(Duration duration) {
        environment.sleep(duration);
        return atRest();
    }

    void hint(Step step) {
        workflow.signal("bankAnswered", new InstructionKey(PAYMENT, step, 1).value());
    }

    void signal(String anything) {
        workflow.signal("bankAnswered", anything);
    }

    void retry(String id) {
        decide(new Decision.Retry(header(id)));
    }

    void unwind(String id) {
        decide(new Decision.Unwind(header(id)));
    }

    void cancel(String id) {
        decide(new Decision.Cancel(header(id)));
    }

    void resolveExecuted(String id) {
        decide(new Decision.ResolveExecuted(header(id)));
    }

    void resolveNotExecuted(String id) {
        decide(new Decision.ResolveNotExecuted(header(id)));
    }

    /** Lets the window pass, and has a person prove that the parked step was executed. */
    void resolveWhenParked(ScriptedLegs legs, Step step) {
        atRest().afterTheWindow();
        until(() -> legs.count("park " + step + " outcome_unknown") == 1);
        atRest().resolveExecuted("evidence");
    }

    void decide(Object decision) {
        workflow.update("decide", Void.class, decision);
    }

    List<Step> compensations() {
        return List.of(workflow.query("compensations", Step[].class));
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

    private static DecisionHeader header(String id) {
        return new DecisionHeader(id, PAYMENT, "ada", "the statement of the bank says so", Instant.EPOCH);
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
        WorkflowExecution latest =
                WorkflowExecution.newBuilder().setWorkflowId(PAYMENT.value()).build();
        return environment.getWorkflowClient().fetchHistory(latest.getWorkflowId());
    }
}
