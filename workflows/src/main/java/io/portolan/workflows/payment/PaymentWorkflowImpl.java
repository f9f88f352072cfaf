package io.portolan.workflows.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.plan.PlanResult;
import io.portolan.workflows.payment.OperatorDecisions.Question;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;

/** Collects, converts and pays out; and where that is rejected, undoes what has moved. It only decides: activities act and remember. */
public final class PaymentWorkflowImpl implements PaymentWorkflow {
    private static final int MOST_REPRICINGS = 3;

    private final String payment;
    private final PaymentSettings settings;
    private final PaymentActivities activities;
    private final Movements movements;
    private final OperatorDecisions decisions;
    private final OutcomeWaiter outcomes;
    private final Compensations compensations = new Compensations();
    private boolean unwinding;
    private int repricings;

    /** Before the first line of {@link #run}, so that early signals and updates find everything in its place. */
    @WorkflowInit
    public PaymentWorkflowImpl(String payment, PaymentSettings settings) {
        PaymentId id = new PaymentId(payment);
        this.payment = payment;
        this.settings = settings;
        activities = Workflow.newActivityStub(PaymentActivities.class, Movements.options(settings.legTimeout()));
        movements = Movements.within(settings.legTimeout());
        decisions = new OperatorDecisions(activities);
        outcomes = new OutcomeWaiter(id, settings, activities, decisions);
    }

    @Override
    public Result run(String id, PaymentSettings times) {
        Result result = collect();
        Workflow.await(Workflow::isEveryHandlerFinished);
        return result;
    }

    private Result collect() {
        compensations.register(movements.refund());
        return switch (outcomes.await(movements.collection())) {
            case MovementOutcome.Booked _, MovementOutcome.NothingToDo _ -> convert();
            case MovementOutcome.Rejected(Reason reason) -> activities.conclude(payment, reason);
        };
    }

    private Result convert() {
        compensations.register(movements.reversal());
        return switch (outcomes.await(movements.conversion())) {
            case MovementOutcome.Booked _, MovementOutcome.NothingToDo _ -> payOut();
            case MovementOutcome.Rejected(Reason reason) -> unwind(reason);
        };
    }

    private Result payOut() {
        return switch (outcomes.await(movements.payout())) {
            case MovementOutcome.Booked _, MovementOutcome.NothingToDo _ -> Result.COMPLETED;
            case MovementOutcome.Rejected(Reason reason) -> awaitRepair(reason) ? payOut() : unwind(reason);
        };
    }

    /** Whether a person had the payout tried again in time; a new attempt is begun then. */
    private boolean awaitRepair(Reason reason) {
        if (reason.remedy() != Remedy.CORRECT_PAYEE) {
            return false;
        }
        Duration left = activities.parkUntilDeadline(payment, Step.PAYOUT, reason, settings.repairWindow());
        boolean retried = decisions.awaitDecision(Question.REPAIR, left).orElse(null) instanceof Decision.Retry;
        if (retried) {
            activities.beginNextAttempt(payment, Step.PAYOUT);
        }
        return retried;
    }

    private Result unwind(Reason reason) {
        unwinding = true;
        return switch (activities.planUnwind(payment, reason)) {
            case PlanResult.Planned _ -> compensate();
            case PlanResult.Declined(Reason declined) -> {
                parkUntilRetried(Step.REVERSAL, declined);
                yield unwind(reason);
            }
            // From the top, the legs tell what has become of it.
            case PlanResult.StepOpen _ -> collect();
        };
    }

    private Result compensate() {
        compensations.run(this::runCompensation);
        return Result.RETURNED;
    }

    private void runCompensation(Movement movement) {
        while (outcomes.await(movement) instanceof MovementOutcome.Rejected(Reason reason)) {
            prepareNextAttempt(movement.step(), reason);
        }
    }

    /** A lapsed rate is replaced without anybody's help a few times; everything else needs a person. */
    private void prepareNextAttempt(Step step, Reason reason) {
        boolean lapsed = step == Step.REVERSAL && reason.remedy() == Remedy.REQUOTE;
        if (!lapsed || ++repricings > MOST_REPRICINGS) {
            parkUntilRetried(step, reason);
        }
        if (lapsed) {
            reprice(reason);
        } else {
            activities.beginNextAttempt(payment, step);
        }
    }

    private void reprice(Reason reason) {
        while (activities.planUnwind(payment, reason) instanceof PlanResult.Declined(Reason declined)) {
            parkUntilRetried(Step.REVERSAL, declined);
        }
    }

    private void parkUntilRetried(Step step, Reason reason) {
        activities.park(payment, step, reason);
        decisions.awaitDecision(Question.UNWIND, () -> false);
    }

    @Override
    public void bankAnswered(String instruction) {
        outcomes.hint(instruction);
    }

    @Override
    public void decide(Decision decision) {
        switch (decision) {
            case Decision.Cancel cancel -> recordCancellation(cancel);
            case Decision.Retry _, Decision.Unwind _, Decision.ResolveExecuted _, Decision.ResolveNotExecuted _ ->
                decisions.submit(decision);
        }
    }

    /** The flag in the database decides, under the lock of the payment: the next leg that would begin finds it there. */
    private void recordCancellation(Decision.Cancel cancel) {
        if (!activities.recordCancellation(cancel)) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "it is too late to cancel this payment", "DecisionRejected");
        }
    }

    @Override
    public void validateDecision(Decision decision) {
        if (!decision.header().payment().value().equals(payment)) {
            throw new IllegalArgumentException("the decision is about another payment");
        }
        switch (decision) {
            case Decision.Cancel _ -> requireNotUnwinding();
            case Decision.Retry _, Decision.Unwind _, Decision.ResolveExecuted _, Decision.ResolveNotExecuted _ ->
                decisions.requirePermitted(decision);
        }
    }

    private void requireNotUnwinding() {
        if (unwinding) {
            throw new IllegalStateException("the payment is already being unwound");
        }
    }

    @Override
    public List<Step> compensations() {
        return compensations.remaining();
    }
}
