package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.environment.WorkflowService;
import io.portolan.domain.ids.PaymentId;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a payment costs at Temporal, counted in the server itself. */
class HistoryIT {
    private static final int MOST_EVENTS = 40;
    private static final Duration LIMIT = Duration.ofSeconds(40);
    /** What Temporal Cloud bills as an action, as far as a payment has it; retries of an activity leave no event here, and there are none. */
    private static final Set<EventType> ACTIONS = Set.of(
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
            EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
            EventType.EVENT_TYPE_TIMER_STARTED,
            EventType.EVENT_TYPE_MARKER_RECORDED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
            EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES);

    @RegisterExtension
    static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.on(WorkflowService.TEMPORAL);

    @Test
    void happyPaymentHasFortyEventsAtMost() throws Exception {
        PaymentId id = ENVIRONMENT.merchant().pay(Purchase.inDollars("COUNTED"));
        ENVIRONMENT.merchant().awaitSettled(id, LIMIT);

        List<EventType> events = history(id);

        long actions = events.stream().filter(ACTIONS::contains).count();
        System.out.printf(
                "A happy payment has %d history events and %d billable actions: %s%n", events.size(), actions, events);
        assertThat(events).hasSizeLessThanOrEqualTo(MOST_EVENTS);
    }

    private static List<EventType> history(PaymentId id) throws Exception {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(ENVIRONMENT.running().setting("portolan.temporal.target"))
                .build());
        try {
            WorkflowClient client = WorkflowClient.newInstance(stubs);
            // The status is in the database a moment before the workflow has ended.
            return await().atMost(LIMIT)
                    .until(
                            () -> eventTypes(client, id),
                            events -> events.contains(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED));
        } finally {
            stubs.shutdownNow();
        }
    }

    private static List<EventType> eventTypes(WorkflowClient client, PaymentId id) {
        return client.fetchHistory(id.value()).getHistory().getEventsList().stream()
                .map(HistoryEvent::getEventType)
                .toList();
    }
}
