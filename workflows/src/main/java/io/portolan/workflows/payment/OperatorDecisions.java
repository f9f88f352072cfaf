package io.portolan.workflows.payment;

import io.portolan.domain.operations.Decision;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a person steps in: the question that the payment waits with, if any, and the decision made upon it.
 *
 * <p>The update only submits a decision; the payment itself takes it up, records it and acts. So decisions are taken one at a time, each id once, and
 * none can race with what the payment does by itself.
 */
final class OperatorDecisions {
    /** What is asked of a person. */
    enum Question {
        /** Was the instruction executed? */
        OUTCOME,
        /** Can the payout be repaired? */
        REPAIR,
        /** Can the unwind go on? */
        UNWIND
    }

    private final PaymentActivities activities;
    private final Set<String> submitted = new HashSet<>();
    private final Set<String> recorded = new HashSet<>();
    private @Nullable Question question;
    private @Nullable Decision pending;

    OperatorDecisions(PaymentActivities activities) {
        this.activities = activities;
    }

    /** Waits for a decision, or until there is other news; empty then. */
    Optional<Decision> awaitDecision(Question asked, BooleanSupplier otherNews) {
        question = asked;
        Workflow.await(() -> pending != null || otherNews.getAsBoolean());
        return takeUp();
    }

    /** Waits for a decision for so long; empty when the time is over. */
    Optional<Decision> awaitDecision(Question asked, Duration longest) {
        question = asked;
        if (longest.isPositive()) {
            Workflow.await(longest, () -> pending != null);
        }
        return takeUp();
    }

    /**
     * Rejects what does not fit the question, before it enters the history.
     *
     * @throws IllegalStateException with a message for the person
     */
    void requirePermitted(Decision decision) {
        if (submitted.contains(decision.header().id())) {
            return;
        }
        objection(decision).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }

    /**
     * Submits a decision and returns once it is recorded; a repeat returns at once. What was fitting when it was checked may not be any more, if the
     * bank answered in the same moment: that fails the update, not the payment.
     */
    void submit(Decision decision) {
        String id = decision.header().id();
        if (submitted.contains(id)) {
            return;
        }
        objection(decision).ifPresent(why -> {
            throw ApplicationFailure.newNonRetryableFailure(why, "DecisionRejected");
        });
        submitted.add(id);
        pending = decision;
        Workflow.await(() -> recorded.contains(id));
    }

    private Optional<String> objection(Decision decision) {
        if (question == null) {
            return Optional.of("the payment is not parked");
        }
        if (pending != null) {
            return Optional.of("another decision is being carried out");
        }
        return switch (decision) {
            case Decision.Retry _ -> Optional.empty();
            case Decision.Unwind _ -> objectionToUnwind(question);
            case Decision.ResolveExecuted _, Decision.ResolveNotExecuted _ ->
                question == Question.OUTCOME ? Optional.empty() : Optional.of("no outcome is unknown");
            case Decision.Cancel _ -> Optional.of("a cancellation answers no question");
        };
    }

    private static Optional<String> objectionToUnwind(Question question) {
        return switch (question) {
            case OUTCOME -> Optional.of("the outcome is unknown: what may have moved cannot be undone");
            case REPAIR -> Optional.empty();
            case UNWIND -> Optional.of("the payment is already being unwound");
        };
    }

    private Optional<Decision> takeUp() {
        question = null;
        Optional<Decision> taken = Optional.ofNullable(pending);
        taken.ifPresent(this::record);
        pending = null;
        return taken;
    }

    private void record(Decision taken) {
        activities.recordDecision(taken);
        recorded.add(taken.header().id());
    }
}
