package io.portolan.workflows.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.instruction.MovementOutcome.Decided;
import io.portolan.domain.operations.Decision;
import io.portolan.workflows.legs.WaitResult;
import io.portolan.workflows.payment.OperatorDecisions.Question;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Finds out what has become of a movement, however long that takes.
 *
 * <p>An unknown outcome is waited for while the window is open, then the payment is parked; a hint from the bank or a person's decision makes it ask
 * again. It is never guessed, compensated or resent.
 */
final class OutcomeWaiter {
    private final PaymentId payment;
    private final PaymentSettings settings;
    private final PaymentActivities activities;
    private final OperatorDecisions decisions;
    private final Set<Step> hinted = EnumSet.noneOf(Step.class);

    OutcomeWaiter(
            PaymentId payment, PaymentSettings settings, PaymentActivities activities, OperatorDecisions decisions) {
        this.payment = payment;
        this.settings = settings;
        this.activities = activities;
        this.decisions = decisions;
    }

    /** A bank has news about the instruction with this key. Nonsense is ignored, and must not stall the payment. */
    void hint(String key) {
        try {
            hinted.add(InstructionKey.parse(key).step());
        } catch (IllegalArgumentException _) {
            // A signal cannot be rejected; anybody may send one.
            return;
        }
    }

    /** Executes the movement, unless that has been done, and returns when it is known how it ended. */
    Decided await(Movement movement) {
        long windowEnd = Workflow.currentTimeMillis() + settings.answerWindow().toMillis();
        while (true) {
            hinted.removeIf(movement::concerns);
            switch (movement.execute().apply(payment.value())) {
                case Decided decided -> {
                    return decided;
                }
                case MovementOutcome.Unknown(String detail) -> waitForAnswer(movement, detail, windowEnd);
            }
        }
    }

    private void waitForAnswer(Movement movement, String detail, long windowEnd) {
        Duration left = Duration.ofMillis(windowEnd - Workflow.currentTimeMillis());
        if (!left.isPositive() || !awaitAnswer(movement, left)) {
            parkUntilDecided(movement, detail);
        }
    }

    /** The bank's hint races with the activity that asks now and then; either alone suffices. */
    private boolean awaitAnswer(Movement movement, Duration left) {
        ActivityOptions options = ActivityOptions.newBuilder(Movements.options(settings.legTimeout()))
                .setScheduleToCloseTimeout(left)
                .build();
        CompletablePromise<WaitResult> waited = Workflow.newPromise();
        CancellationScope waiting = Workflow.newCancellationScope(
                () -> waited.completeFrom(Async.function(movement.waiting().apply(options), payment.value())));
        waiting.run();
        Workflow.await(() -> waited.isCompleted() || isHinted(movement));
        if (!waited.isCompleted()) {
            waiting.cancel();
            return true;
        }
        return awaitAnswer(waited);
    }

    private static boolean awaitAnswer(CompletablePromise<WaitResult> waited) {
        try {
            return waited.get() == WaitResult.ANSWERED;
        } catch (ActivityFailure _) {
            // The window is over. Whatever the last attempt failed for, nothing is known.
            return false;
        }
    }

    private void parkUntilDecided(Movement movement, String detail) {
        activities.park(payment.value(), movement.step(), Reason.of("outcome_unknown", detail));
        decisions
                .awaitDecision(Question.OUTCOME, () -> isHinted(movement))
                .ifPresent(decision -> recordResolution(movement.step(), decision));
    }

    private void recordResolution(Step step, Decision decision) {
        switch (decision) {
            case Decision.ResolveExecuted executed -> activities.recordExecuted(step, executed);
            case Decision.ResolveNotExecuted notExecuted -> activities.recordNotExecuted(step, notExecuted);
            // The bank is asked again in any case; what is unknown is never compensated, and such a decision is
            // rejected.
            case Decision.Retry _, Decision.Unwind _, Decision.Cancel _ -> {}
        }
    }

    private boolean isHinted(Movement movement) {
        return hinted.stream().anyMatch(movement::concerns);
    }
}
