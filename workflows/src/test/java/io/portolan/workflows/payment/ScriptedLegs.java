package io.portolan.workflows.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.plan.PlanResult;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.PayoutActivities;
import io.portolan.workflows.legs.WaitResult;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Every activity, played by a script. A leg is booked when nothing is scripted for it; a wait goes on until {@link #answers}; what is asked for is
 * noted in order.
 */
final class ScriptedLegs implements CollectionActivities, ConversionActivities, PayoutActivities, PaymentActivities {
    private static final MovementOutcome BOOKED = new MovementOutcome.Booked("ref");

    private final Map<Step, Queue<MovementOutcome>> outcomes = new EnumMap<>(Step.class);
    private final Queue<PlanResult> plans = new ArrayDeque<>();
    private final Set<Step> answered = EnumSet.noneOf(Step.class);
    private final List<String> notes = new ArrayList<>();
    private boolean cancellable = true;
    private boolean cancelled;

    /** The leg's next outcomes, in turn. */
    synchronized ScriptedLegs outcomes(Step step, MovementOutcome... next) {
        queue(step).addAll(List.of(next));
        return this;
    }

    /** The next plans of the unwind, in turn. */
    synchronized ScriptedLegs plans(PlanResult... next) {
        plans.addAll(List.of(next));
        return this;
    }

    /** From now on a wait for this leg ends with an answer. */
    synchronized ScriptedLegs answers(Step step) {
        answered.add(step);
        return this;
    }

    /** The database says that it is too late to cancel. */
    synchronized ScriptedLegs isTooLateToCancel() {
        cancellable = false;
        return this;
    }

    /** The database says that the cancellation was requested. */
    synchronized ScriptedLegs isCancelled() {
        cancelled = true;
        return this;
    }

    /** What was asked for so far, such as {@code collect} or {@code park PAYOUT ac01}. */
    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    synchronized int count(String note) {
        return (int) notes.stream().filter(note::equals).count();
    }

    @Override
    public MovementOutcome collect(String payment) {
        return forward(Step.COLLECTION, "collect");
    }

    @Override
    public MovementOutcome convert(String payment) {
        return forward(Step.CONVERSION, "convert");
    }

    @Override
    public MovementOutcome payOut(String payment) {
        return forward(Step.PAYOUT, "payOut");
    }

    @Override
    public MovementOutcome reverse(String payment) {
        return outcome(Step.REVERSAL, "reverse");
    }

    @Override
    public MovementOutcome refund(String payment) {
        return outcome(Step.REFUND, "refund");
    }

    @Override
    public WaitResult awaitCollection(String payment) {
        return waited(Step.COLLECTION);
    }

    @Override
    public WaitResult awaitConversion(String payment) {
        return waited(Step.CONVERSION);
    }

    @Override
    public WaitResult awaitPayout(String payment) {
        return waited(Step.PAYOUT);
    }

    @Override
    public WaitResult awaitReversal(String payment) {
        return waited(Step.REVERSAL);
    }

    @Override
    public WaitResult awaitRefund(String payment) {
        return waited(Step.REFUND);
    }

    @Override
    public synchronized void park(String payment, Step step, Reason reason) {
        notes.add("park " + step + " " + reason.code());
    }

    @Override
    public synchronized Duration parkUntilDeadline(String payment, Step step, Reason reason, Duration longest) {
        notes.add("parkFor " + step + " " + reason.code());
        return longest;
    }

    @Override
    public synchronized void recordDecision(Decision decision) {
        notes.add("record " + decision.code() + " " + decision.header().id());
    }

    @Override
    public synchronized void beginNextAttempt(String payment, Step step) {
        notes.add("nextAttempt " + step);
    }

    @Override
    public synchronized void recordExecuted(Step step, Decision.ResolveExecuted decision) {
        recordResolution(step, decision, BOOKED);
    }

    @Override
    public synchronized void recordNotExecuted(Step step, Decision.ResolveNotExecuted decision) {
        recordResolution(step, decision, new MovementOutcome.Rejected(Reason.of("not_executed", "by evidence")));
    }

    private void recordResolution(Step step, Decision decision, MovementOutcome proven) {
        notes.add(decision.code() + " " + step);
        queue(step).clear();
        queue(step).add(proven);
    }

    @Override
    public synchronized PlanResult planUnwind(String payment, Reason reason) {
        notes.add("plan " + reason.code());
        PlanResult scripted = plans.poll();
        return scripted == null ? new PlanResult.Planned() : scripted;
    }

    @Override
    public synchronized Result conclude(String payment, Reason reason) {
        notes.add("conclude " + reason.code());
        return cancelled ? Result.CANCELLED : Result.FAILED;
    }

    @Override
    public synchronized boolean recordCancellation(Decision.Cancel decision) {
        notes.add("cancel " + decision.header().id());
        cancelled = cancellable;
        return cancellable;
    }

    private synchronized MovementOutcome forward(Step step, String note) {
        boolean unscripted = queue(step).isEmpty();
        MovementOutcome outcome = outcome(step, note);
        return cancelled && unscripted ? new MovementOutcome.Rejected(Reason.of("cancelled", "cancelled")) : outcome;
    }

    private synchronized MovementOutcome outcome(Step step, String note) {
        notes.add(note);
        MovementOutcome scripted = queue(step).poll();
        return scripted == null ? BOOKED : scripted;
    }

    private synchronized WaitResult waited(Step step) {
        if (answered.remove(step)) {
            notes.add("answered " + step);
            return WaitResult.ANSWERED;
        }
        throw ApplicationFailure.newBuilder()
                .setType("StillPending")
                .setMessage("still pending")
                .setCategory(ApplicationErrorCategory.BENIGN)
                .setNextRetryDelay(Duration.ofMinutes(5))
                .build();
    }

    private Queue<MovementOutcome> queue(Step step) {
        return outcomes.computeIfAbsent(step, _ -> new ArrayDeque<>());
    }
}
