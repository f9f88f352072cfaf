package io.portolan.workflows.payment;

import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.operations.OperatorAction;
import io.portolan.domain.operations.OperatorAction.Kind;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a person steps in: the question that the payment waits with, if any, and the decision made upon it.
 *
 * <p>The updates only lay a decision on the desk; the payment itself takes it up, records it and acts. So decisions are taken one at a time, each id
 * once, and none can race with what the payment does by itself.
 */
final class OperatorDesk {
    /** What is asked of a person. */
    enum Question {
        /** Did the instruction take effect? */
        OUTCOME,
        /** Can the payout be repaired? */
        REPAIR,
        /** Can the undo go on? */
        UNDO
    }

    /** What a person decided. */
    record Decided(Kind kind, Decision decision) {}

    private final PaymentId payment;
    private final PaymentActivities activities;
    private final Set<String> laid = new HashSet<>();
    private final Set<String> recorded = new HashSet<>();
    private @Nullable Question question;
    private @Nullable Decided decided;

    OperatorDesk(PaymentId payment, PaymentActivities activities) {
        this.payment = payment;
        this.activities = activities;
    }

    /** Waits for a decision, or until there is other news; empty then. */
    Optional<Decided> ask(Question asked, BooleanSupplier otherNews) {
        question = asked;
        Workflow.await(() -> decided != null || otherNews.getAsBoolean());
        return taken();
    }

    /** Waits for a decision for so long; empty when the time is over. */
    Optional<Decided> ask(Question asked, Duration longest) {
        question = asked;
        if (longest.isPositive()) {
            Workflow.await(longest, () -> decided != null);
        }
        return taken();
    }

    /**
     * Refuses what does not fit the question, before it enters the history.
     *
     * @throws RuntimeException with a message for the person
     */
    void check(Kind kind, Decision decision) {
        if (laid.contains(decision.id())) {
            return;
        }
        requireComplete(kind, decision);
        refusal(kind).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }

    /**
     * Lays a decision on the desk and returns once it is recorded; a repeat returns at once. What was fitting when it was checked may not be any
     * more, if the bank's news came in the same breath: that fails the update, not the payment.
     */
    void lay(Kind kind, Decision decision) {
        if (laid.contains(decision.id())) {
            return;
        }
        refusal(kind).ifPresent(why -> {
            throw ApplicationFailure.newNonRetryableFailure(why, "ActionRefused");
        });
        laid.add(decision.id());
        decided = new Decided(kind, decision);
        Workflow.await(() -> recorded.contains(decision.id()));
    }

    /** @throws IllegalArgumentException if the decision lacks what the record of it needs */
    void requireComplete(Kind kind, Decision decision) {
        // Only for the checks in it: what the database would refuse later is refused here.
        var _ = new OperatorAction(decision.id(), payment, kind, decision.operator(), decision.reason(), Instant.EPOCH);
    }

    private Optional<String> refusal(Kind kind) {
        if (question == null) {
            return Optional.of("the payment is not parked");
        }
        if (decided != null) {
            return Optional.of("another decision is being carried out");
        }
        return switch (kind) {
            case RETRY -> Optional.empty();
            case COMPENSATE -> refusalToCompensate(question);
            case RESOLVED_EXECUTED, RESOLVED_NOT_EXECUTED ->
                question == Question.OUTCOME ? Optional.empty() : Optional.of("no outcome is unknown");
            case CANCEL -> Optional.of("a cancellation is not for the desk");
        };
    }

    private static Optional<String> refusalToCompensate(Question question) {
        return switch (question) {
            case OUTCOME -> Optional.of("the outcome is unknown: what may have moved cannot be undone");
            case REPAIR -> Optional.empty();
            case UNDO -> Optional.of("the payment is being unwound already");
        };
    }

    private Optional<Decided> taken() {
        question = null;
        Optional<Decided> taken = Optional.ofNullable(decided);
        taken.ifPresent(this::record);
        decided = null;
        return taken;
    }

    private void record(Decided taken) {
        activities.record(payment.value(), taken.kind(), taken.decision());
        recorded.add(taken.decision().id());
    }
}
