package io.portolan.workflows.payment;

import io.portolan.domain.decision.DecisionHeader;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;

/**
 * Drives a payment on and waits between: for a bank's answer, for a time, or for news. It knows no step, bank or currency; what is to be done stands in the database, where the
 * activities read it afresh each time, so that nothing that was decided earlier can be acted upon after it has changed.
 */
public final class PaymentWorkflowImpl implements PaymentWorkflow {
    /** Bounds one execution of an activity, and so is how long a killed worker's work lies idle. */
    private static final Duration LONGEST_EXECUTION = Duration.ofSeconds(30);

    /** Our own faults are retried for ever, so that a repaired database or a deployed fix is all that a payment needs. */
    private static final RetryOptions FOR_EVER = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofSeconds(30))
            .build();

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final String payment;
    private final PaymentActivities activities = activities(options().build());
    /** Counted, so that news which comes while the payment is driven on is not slept through. */
    private int news;

    /** Before the first line of {@link #run}, so that early signals and updates find everything in its place. */
    @WorkflowInit
    public PaymentWorkflowImpl(String payment) {
        this.payment = payment;
    }

    @Override
    public Result run(String id) {
        while (true) {
            int heard = news;
            switch (activities.advance(payment)) {
                case Advance.Moved _ -> {}
                case Advance.Pending(String instruction, Instant until) -> awaitAnswer(instruction, until, heard);
                case Advance.Waiting(Instant until) -> awaitNews(until, heard);
                case Advance.AwaitingNews _ -> Workflow.await(() -> news != heard);
                case Advance.Ended(Result result) -> {
                    Workflow.await(Workflow::isEveryHandlerFinished);
                    if (news == heard) {
                        return result;
                    }
                }
            }
        }
    }

    /** The bank's hint races with the activity that asks now and then; either alone suffices. */
    private void awaitAnswer(String instruction, Instant until, int heard) {
        PaymentActivities waiting =
                activities(options().setScheduleToCloseTimeout(timeUntil(until)).build());
        CompletablePromise<Void> answered = Workflow.newPromise();
        CancellationScope asking = Workflow.newCancellationScope(
                () -> answered.completeFrom(Async.procedure(waiting::awaitAnswer, payment, instruction)));
        asking.run();
        Workflow.await(() -> answered.isCompleted() || news != heard);
        if (!answered.isCompleted()) {
            asking.cancel();
            return;
        }
        try {
            answered.get();
        } catch (ActivityFailure _) {
            // The time is over. Whatever the last attempt failed for, driving the payment on finds what is known.
            return;
        }
    }

    private void awaitNews(Instant until, int heard) {
        Workflow.await(timeUntil(until), () -> news != heard);
    }

    /** Not shorter than a second: the clock by which the activities find the time to be over may be a little behind this one. */
    private static Duration timeUntil(Instant until) {
        Duration left = Duration.between(Instant.ofEpochMilli(Workflow.currentTimeMillis()), until);
        return left.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : left;
    }

    @Override
    public void news(String instruction) {
        news++;
    }

    @Override
    public void decide(String decision) {
        activities.carryOut(payment, decision);
        news++;
    }

    @Override
    public void validateDecision(String decision) {
        if (!DecisionHeader.isId(decision)) {
            throw new IllegalArgumentException("this is no decision's id");
        }
    }

    private static PaymentActivities activities(ActivityOptions options) {
        return Workflow.newActivityStub(PaymentActivities.class, options);
    }

    private static ActivityOptions.Builder options() {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(LONGEST_EXECUTION)
                .setRetryOptions(FOR_EVER);
    }
}
