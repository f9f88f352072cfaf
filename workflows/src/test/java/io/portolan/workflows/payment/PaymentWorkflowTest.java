package io.portolan.workflows.payment;

import static io.portolan.workflows.payment.ScriptedActivities.KEY;
import static io.portolan.workflows.payment.ScriptedActivities.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.decision.DecisionHeader;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a payment is driven on, and what it waits for in between. Every task replays. */
class PaymentWorkflowTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String DECISION = "dec_06E8P3W2V0K7N4QZT1XR";

    private final ScriptedActivities activities = new ScriptedActivities();
    private final PaymentRun run = new PaymentRun(activities);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aPaymentIsDrivenOnUntilItHasEnded() {
        activities.advances(moved(), moved(), moved(), moved());
        run.start();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).containsExactly("advance", "advance", "advance", "advance", "advance");
        run.recordAs("completed");
    }

    @Test
    void aPaymentOfFourMovementsCosts35EventsOfHistory() {
        activities.advances(moved(), moved(), moved(), moved());
        run.start().result();

        assertThat(run.events()).hasSize(35);
    }

    @ParameterizedTest
    @EnumSource(
            value = Result.class,
            names = {"RETURNED", "FAILED", "CANCELLED"})
    void aPaymentEndsAsItsRecordSays(Result result) {
        activities.advances(moved(), new Advance.Ended(result));
        run.start();

        assertThat(run.result()).isEqualTo(result);
        run.recordAs(result.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void aPendingAnswerIsAskedForNowAndThenUntilItIsThere() {
        activities.advances(() -> new Advance.Pending(KEY, run.in(HOUR)));
        run.start();
        PaymentRun.until(() -> activities.count("awaitAnswer") == 1);
        run.pass(Duration.ofMinutes(6));
        activities.answers();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes())
                .containsSubsequence("advance", "awaitAnswer", "awaitAnswer", "awaitAnswer", "advance");
        run.recordAs("pending-then-answered");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsLookedAtOnceMore() {
        activities.advances(() -> new Advance.Pending(KEY, run.in(HOUR)));
        run.start();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).startsWith("advance", "awaitAnswer").endsWith("awaitAnswer", "advance");
        assertThat(activities.count("awaitAnswer")).isBetween(11L, 13L);
        run.recordAs("pending-in-vain");
    }

    @Test
    void anAnswerIsAskedForEvenIfItsTimeIsAlreadyOver() {
        activities.advances(() -> new Advance.Pending(KEY, run.in(HOUR.negated())));
        run.start();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).startsWith("advance", "awaitAnswer");
    }

    @Test
    void theBanksHintEndsTheWaitForAnAnswer() {
        activities.advances(() -> new Advance.Pending(KEY, run.in(HOUR)));
        run.start();
        PaymentRun.until(() -> activities.count("awaitAnswer") == 1);

        run.news();

        PaymentRun.until(() -> activities.count("advance") == 2);
        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        run.recordAs("pending-then-hinted");
    }

    @Test
    void aWaitEndsByItself() {
        activities.advances(() -> new Advance.Waiting(run.in(HOUR)));
        run.start();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).containsExactly("advance", "advance");
        assertThat(run.events()).anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_FIRED);
        run.recordAs("waited");
    }

    @Test
    void newsEndsAWait() {
        activities.advances(() -> new Advance.Waiting(run.in(HOUR)));
        run.start();
        PaymentRun.until(() ->
                run.events().stream().anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED));

        run.news();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(run.events()).noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_FIRED);
        run.recordAs("woken-while-waiting");
    }

    @Test
    void whatOnlyNewsHelpsIsWaitedForHoweverLongItTakes() {
        activities.advances(new Advance.AwaitingNews());
        run.start().atRest().pass(Duration.ofDays(30));
        assertThat(activities.notes()).containsExactly("advance");

        run.news();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).containsExactly("advance", "advance");
        run.recordAs("parked-then-woken");
    }

    @Test
    void newsThatComesWhileThePaymentIsDrivenOnIsNotSleptThrough() {
        activities.advances(() -> {
            run.news();
            return new Advance.AwaitingNews();
        });
        run.start();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).containsExactly("advance", "advance");
        run.recordAs("woken-while-driven");
    }

    @Test
    void newsThatComesWithTheLastAdvanceDrivesThePaymentOnOnceMore() {
        activities
                .advances(() -> {
                    run.news();
                    return new Advance.Ended(Result.COMPLETED);
                })
                .advances(new Advance.Ended(Result.RETURNED));
        run.start();

        assertThat(run.result()).isEqualTo(Result.RETURNED);
        run.recordAs("news-at-the-end");
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

    @Test
    void aFaultOfOursIsTriedAgainUntilItIsMended() {
        activities
                .advances(() -> {
                    throw new IllegalStateException("the database is down");
                })
                .advances(() -> {
                    throw new IllegalStateException("the database is down");
                });
        run.start();

        assertThat(run.result()).isEqualTo(Result.COMPLETED);
        assertThat(activities.notes()).containsExactly("advance", "advance", "advance");
    }

    @Test
    void aCompletedPaymentIsStartedAgainAndDrivenOn() {
        run.start().result();
        activities.advances(moved(), new Advance.Ended(Result.RETURNED));

        run.start();

        assertThat(run.result()).isEqualTo(Result.RETURNED);
    }
}
