package io.portolan.workflows.payment;

import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.operations.OperatorAction.Kind;
import io.portolan.workflows.payment.OperatorDesk.Decided;
import io.portolan.workflows.payment.OperatorDesk.Question;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Collects, converts and pays out; and where that is refused, undoes what has moved. It only decides: activities act and remember. */
public final class PaymentWorkflowImpl implements PaymentWorkflow {
    private static final int MOST_REPRICINGS = 3;

    private final String payment;
    private final PaymentSettings settings;
    private final PaymentActivities activities;
    private final Movements movements;
    private final OperatorDesk desk;
    private final Patience patience;
    private final Compensations compensations = new Compensations();
    private boolean turnedBack;
    private int repricings;

    /** Before the first line of {@link #drive}, so that early signals and updates find everything in its place. */
    @WorkflowInit
    public PaymentWorkflowImpl(String payment, PaymentSettings settings) {
        PaymentId id = new PaymentId(payment);
        this.payment = payment;
        this.settings = settings;
        activities = Workflow.newActivityStub(PaymentActivities.class, Movements.options(settings.legTimeout()));
        movements = Movements.within(settings.legTimeout());
        desk = new OperatorDesk(id, activities);
        patience = new Patience(id, settings, activities, desk);
    }

    @Override
    public Ending drive(String id, PaymentSettings times) {
        Ending ending = collect();
        Workflow.await(Workflow::isEveryHandlerFinished);
        return ending;
    }

    private Ending collect() {
        compensations.register(movements.refund());
        return switch (patience.answerTo(movements.collection())) {
            case Answer.Done _ -> convert();
            case Answer.Refused(Reason reason) -> activities.conclude(payment, reason);
        };
    }

    private Ending convert() {
        compensations.register(movements.reversal());
        return switch (patience.answerTo(movements.conversion())) {
            case Answer.Done _ -> payOut();
            case Answer.Refused(Reason reason) -> unwind(reason);
        };
    }

    private Ending payOut() {
        return switch (patience.answerTo(movements.payout())) {
            case Answer.Done _ -> Ending.COMPLETED;
            case Answer.Refused(Reason reason) -> isRepaired(reason) ? payOut() : unwind(reason);
        };
    }

    /** Whether a person had the payout tried again in time; a new attempt is granted then. */
    private boolean isRepaired(Reason reason) {
        if (reason.remedy() != Remedy.CORRECT_PAYEE) {
            return false;
        }
        Duration left = activities.parkFor(payment, Step.PAYOUT, reason, settings.repairWindow());
        Optional<Decided> retry = desk.ask(Question.REPAIR, left).filter(decided -> decided.kind() == Kind.RETRY);
        retry.ifPresent(_ -> activities.grantRetry(payment, Step.PAYOUT));
        return retry.isPresent();
    }

    private Ending unwind(Reason reason) {
        turnedBack = true;
        return switch (activities.planUnwind(payment, reason)) {
            case LegOutcome.Accepted _ -> undoAll();
            case LegOutcome.Rejected(Reason declined) -> {
                parkUntilRetried(Step.REVERSAL, declined);
                yield unwind(reason);
            }
            // Something was instructed meanwhile: from the top, the legs tell what became of it.
            case LegOutcome.Unknown _ -> collect();
        };
    }

    private Ending undoAll() {
        compensations.run(this::undo);
        return Ending.RETURNED;
    }

    private void undo(Movement undo) {
        while (patience.answerTo(undo) instanceof Answer.Refused(Reason reason)) {
            prepareAgain(undo.step(), reason);
        }
    }

    /** A lapsed rate is replaced by itself a few times; everything else needs a person. */
    private void prepareAgain(Step step, Reason reason) {
        boolean lapsed = step == Step.REVERSAL && reason.remedy() == Remedy.REQUOTE;
        if (!lapsed || ++repricings > MOST_REPRICINGS) {
            parkUntilRetried(step, reason);
        }
        if (lapsed) {
            reprice(reason);
        } else {
            activities.grantRetry(payment, step);
        }
    }

    private void reprice(Reason reason) {
        while (activities.planUnwind(payment, reason) instanceof LegOutcome.Rejected(Reason declined)) {
            parkUntilRetried(Step.REVERSAL, declined);
        }
    }

    private void parkUntilRetried(Step step, Reason reason) {
        activities.park(payment, step, reason);
        desk.ask(Question.UNDO, () -> false);
    }

    @Override
    public void bankAnswered(String instruction) {
        patience.hint(instruction);
    }

    @Override
    public void retryLeg(Decision decision) {
        desk.lay(Kind.RETRY, decision);
    }

    @Override
    public void mayRetryLeg(Decision decision) {
        desk.check(Kind.RETRY, decision);
    }

    @Override
    public void compensate(Decision decision) {
        desk.lay(Kind.COMPENSATE, decision);
    }

    @Override
    public void mayCompensate(Decision decision) {
        desk.check(Kind.COMPENSATE, decision);
    }

    @Override
    public void resolveUnknown(Resolution resolution) {
        desk.lay(kindOf(resolution), resolution.decision());
    }

    @Override
    public void mayResolveUnknown(Resolution resolution) {
        desk.check(kindOf(resolution), resolution.decision());
    }

    /** The flag in the database decides, under the lock of the payment: the next leg that would begin finds it there. */
    @Override
    public void requestCancel(Decision decision) {
        if (!activities.requestCancel(payment, decision)) {
            throw ApplicationFailure.newNonRetryableFailure("a payout was instructed", "ActionRefused");
        }
    }

    @Override
    public void mayRequestCancel(Decision decision) {
        desk.requireComplete(Kind.CANCEL, decision);
        if (turnedBack) {
            throw new IllegalStateException("the payment is being unwound already");
        }
    }

    @Override
    public List<Step> compensations() {
        return compensations.ahead();
    }

    private static Kind kindOf(Resolution resolution) {
        return switch (resolution.verdict()) {
            case EXECUTED -> Kind.RESOLVED_EXECUTED;
            case NOT_EXECUTED -> Kind.RESOLVED_NOT_EXECUTED;
        };
    }
}
