package io.portolan.workflows.payment;

import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.workflows.legs.Waited;
import io.portolan.workflows.payment.OperatorDesk.Decided;
import io.portolan.workflows.payment.OperatorDesk.Question;
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
 * again. It is never guessed, compensated or sent again.
 */
final class Patience {
    private final PaymentId payment;
    private final PaymentSettings settings;
    private final PaymentActivities activities;
    private final OperatorDesk desk;
    private final Set<Step> hinted = EnumSet.noneOf(Step.class);

    Patience(PaymentId payment, PaymentSettings settings, PaymentActivities activities, OperatorDesk desk) {
        this.payment = payment;
        this.settings = settings;
        this.activities = activities;
        this.desk = desk;
    }

    /** A bank has news about the instruction with this key. Nonsense is not news, and must not stall the payment. */
    void hint(String key) {
        try {
            hinted.add(InstructionKey.parse(key).step());
        } catch (IllegalArgumentException _) {
            // A signal cannot be refused; anybody may send one.
            return;
        }
    }

    /** Has the movement carried out, unless it is, and comes back with what became of it. */
    Answer answerTo(Movement movement) {
        long windowEnd = Workflow.currentTimeMillis() + settings.answerWindow().toMillis();
        while (true) {
            hinted.removeIf(movement::concerns);
            switch (movement.carryOut().apply(payment.value())) {
                case LegOutcome.Accepted _ -> {
                    return new Answer.Done();
                }
                case LegOutcome.Rejected(Reason reason) -> {
                    return new Answer.Refused(reason);
                }
                case LegOutcome.Unknown(String detail) -> waitForNews(movement, detail, windowEnd);
            }
        }
    }

    private void waitForNews(Movement movement, String detail, long windowEnd) {
        Duration left = Duration.ofMillis(windowEnd - Workflow.currentTimeMillis());
        if (!left.isPositive() || !isAnswered(movement, left)) {
            parkUntilNews(movement, detail);
        }
    }

    /** The bank's hint races with the activity that asks now and then; either alone suffices. */
    private boolean isAnswered(Movement movement, Duration left) {
        ActivityOptions options = ActivityOptions.newBuilder(Movements.options(settings.legTimeout()))
                .setScheduleToCloseTimeout(left)
                .build();
        CompletablePromise<Waited> waited = Workflow.newPromise();
        CancellationScope waiting = Workflow.newCancellationScope(
                () -> waited.completeFrom(Async.function(movement.awaiting().apply(options), payment.value())));
        waiting.run();
        Workflow.await(() -> waited.isCompleted() || isHinted(movement));
        if (!waited.isCompleted()) {
            waiting.cancel();
            return true;
        }
        return isAnswered(waited);
    }

    private static boolean isAnswered(CompletablePromise<Waited> waited) {
        try {
            return waited.get() == Waited.ANSWERED;
        } catch (ActivityFailure _) {
            // The window is over. Whatever the last attempt failed for, nothing is known.
            return false;
        }
    }

    private void parkUntilNews(Movement movement, String detail) {
        activities.park(payment.value(), movement.step(), Reason.of("outcome_unknown", detail));
        desk.ask(Question.OUTCOME, () -> isHinted(movement)).ifPresent(decided -> carryOut(decided, movement.step()));
    }

    private void carryOut(Decided decided, Step step) {
        switch (decided.kind()) {
            case RESOLVED_EXECUTED -> resolve(step, decided, Resolution.Verdict.EXECUTED);
            case RESOLVED_NOT_EXECUTED -> resolve(step, decided, Resolution.Verdict.NOT_EXECUTED);
            // The leg is asked again in any case; and what is unknown is never compensated: the desk refuses that.
            case RETRY, COMPENSATE, CANCEL -> {}
        }
    }

    private void resolve(Step step, Decided decided, Resolution.Verdict verdict) {
        activities.resolve(payment.value(), step, new Resolution(decided.decision(), verdict));
    }

    private boolean isHinted(Movement movement) {
        return hinted.stream().anyMatch(movement::concerns);
    }
}
