package io.portolan.workflows.payment;

import static io.portolan.workflows.payment.ScriptedActivities.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.decision.DecisionHeader;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a decision is carried out that a payment is told of by its id, and by nothing else. Every task replays. */
class DecidedPaymentTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String DECISION = "dec_06E8P3W2V0K7N4QZT1XR";

    private final ScriptedActivities activities = new ScriptedActivities();
    private final PaymentRun run = new PaymentRun(activities);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aDecisionIsCarriedOutAndThePaymentDrivenOn() {
        activities.advances(new Advance.AwaitingNews());
        run.start().atRest();

        run.decide(DECISION);

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).containsExactly("advance", "carryOut " + DECISION, "advance");
        run.recordAs("parked-then-decided");
    }

    @Test
    void aDecisionEndsTheWaitForAnAnswer() {
        activities.advances(() -> new Advance.Pending(KEY, run.in(HOUR)));
        run.start();
        PaymentRun.until(() -> activities.count("awaitAnswer") == 1);

        run.decide(DECISION);

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).containsSubsequence("awaitAnswer", "carryOut " + DECISION, "advance");
        run.recordAs("pending-then-decided");
    }

    @Test
    void aDecisionThatIsUnderWayWhenThePaymentEndsIsFinishedFirst() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        activities
                .advances(() -> {
                    PaymentRun.until(() -> activities.count("carryOut " + DECISION) == 1);
                    return new Advance.Ended(Result.COMPLETED);
                })
                .whileCarryingOut(ended::join);
        run.start();
        PaymentRun.until(() -> activities.count("advance") == 1);
        CompletableFuture<Void> deciding = CompletableFuture.runAsync(() -> run.decide(DECISION));
        PaymentRun.until(() -> run.events().stream()
                .anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED));
        ended.complete(null);

        deciding.get(20, TimeUnit.SECONDS);

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).containsExactly("advance", "carryOut " + DECISION, "advance");
        run.recordAs("decided-at-the-end");
    }

    @Test
    void whatIsNoDecisionsIdIsRejectedBeforeItEntersTheHistory() {
        activities.advances(new Advance.AwaitingNews());
        run.start().atRest();

        for (String forged : new String[] {"", "retry", "dec_1", DecisionHeader.nextId() + " "}) {
            assertThatThrownBy(() -> run.decide(forged))
                    .isInstanceOf(WorkflowUpdateException.class)
                    .cause()
                    .hasMessageContaining("no decision's id");
        }
        assertThat(run.events())
                .noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED);
        assertThat(activities.notes()).containsExactly("advance");
    }
}
