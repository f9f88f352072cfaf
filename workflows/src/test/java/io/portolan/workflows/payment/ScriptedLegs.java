package io.portolan.workflows.payment;

import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.Step;
import io.portolan.domain.operations.OperatorAction.Kind;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.PayoutActivities;
import io.portolan.workflows.legs.Waited;
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
 * Every activity, played by a script. A leg is accepted when nothing is scripted for it; a wait goes on until {@link #answers}; what is asked for is
 * noted in order.
 */
final class ScriptedLegs implements CollectionActivities, ConversionActivities, PayoutActivities, PaymentActivities {
    private static final LegOutcome ACCEPTED = new LegOutcome.Accepted("ref");

    private final Map<Step, Queue<LegOutcome>> outcomes = new EnumMap<>(Step.class);
    private final Queue<LegOutcome> plans = new ArrayDeque<>();
    private final Set<Step> answered = EnumSet.noneOf(Step.class);
    private final List<String> notes = new ArrayList<>();
    private boolean cancellable = true;
    private boolean cancelled;

    /** The leg's next outcomes, in turn. */
    synchronized ScriptedLegs outcomes(Step step, LegOutcome... next) {
        queue(step).addAll(List.of(next));
        return this;
    }

    /** The next plans of the undo, in turn. */
    synchronized ScriptedLegs plans(LegOutcome... next) {
        plans.addAll(List.of(next));
        return this;
    }

    /** From now on a wait for this leg ends with an answer. */
    synchronized ScriptedLegs answers(Step step) {
        answered.add(step);
        return this;
    }

    /** The database says that it is too late to cancel. */
    synchronized ScriptedLegs refusesToCancel() {
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
    public LegOutcome collect(String payment) {
        return forward(Step.COLLECTION, "collect");
    }

    @Override
    public LegOutcome convert(String payment) {
        return forward(Step.CONVERSION, "convert");
    }

    @Override
    public LegOutcome payOut(String payment) {
        return forward(Step.PAYOUT, "payOut");
    }

    @Override
    public LegOutcome reverse(String payment) {
        return outcome(Step.REVERSAL, "reverse");
    }

    @Override
    public LegOutcome refund(String payment) {
        return outcome(Step.REFUND, "refund");
    }

    @Override
    public Waited awaitCollection(String payment) {
        return waited(Step.COLLECTION);
    }

    @Override
    public Waited awaitConversion(String payment) {
        return waited(Step.CONVERSION);
    }

    @Override
    public Waited awaitPayout(String payment) {
        return waited(Step.PAYOUT);
    }

    @Override
    public Waited awaitReversal(String payment) {
        return waited(Step.REVERSAL);
    }

    @Override
    public Waited awaitRefund(String payment) {
        return waited(Step.REFUND);
    }

    @Override
    public synchronized void park(String payment, Step step, Reason reason) {
        notes.add("park " + step + " " + reason.code());
    }

    @Override
    public synchronized Duration parkFor(String payment, Step step, Reason reason, Duration longest) {
        notes.add("parkFor " + step + " " + reason.code());
        return longest;
    }

    @Override
    public synchronized void record(String payment, Kind kind, Decision decision) {
        notes.add("record " + kind + " " + decision.id());
    }

    @Override
    public synchronized void grantRetry(String payment, Step step) {
        notes.add("grantRetry " + step);
    }

    @Override
    public synchronized void resolve(String payment, Step step, Resolution resolution) {
        notes.add("resolve " + step + " " + resolution.verdict());
        queue(step).clear();
        queue(step)
                .add(
                        switch (resolution.verdict()) {
                            case EXECUTED -> ACCEPTED;
                            case NOT_EXECUTED -> new LegOutcome.Rejected(Reason.of("not_executed", "by evidence"));
                        });
    }

    @Override
    public synchronized LegOutcome planUnwind(String payment, Reason reason) {
        notes.add("plan " + reason.code());
        LegOutcome scripted = plans.poll();
        return scripted == null ? new LegOutcome.Accepted("planned") : scripted;
    }

    @Override
    public synchronized Ending conclude(String payment, Reason reason) {
        notes.add("conclude " + reason.code());
        return cancelled ? Ending.CANCELLED : Ending.FAILED;
    }

    @Override
    public synchronized boolean requestCancel(String payment, Decision decision) {
        notes.add("cancel " + decision.id());
        cancelled = cancellable;
        return cancellable;
    }

    private synchronized LegOutcome forward(Step step, String note) {
        boolean unscripted = queue(step).isEmpty();
        LegOutcome outcome = outcome(step, note);
        return cancelled && unscripted ? new LegOutcome.Rejected(Reason.of("cancelled", "withdrawn")) : outcome;
    }

    private synchronized LegOutcome outcome(Step step, String note) {
        notes.add(note);
        LegOutcome scripted = queue(step).poll();
        return scripted == null ? ACCEPTED : scripted;
    }

    private synchronized Waited waited(Step step) {
        if (answered.remove(step)) {
            notes.add("answered " + step);
            return Waited.ANSWERED;
        }
        throw ApplicationFailure.newBuilder()
                .setType("StillOpen")
                .setMessage("still pending")
                .setCategory(ApplicationErrorCategory.BENIGN)
                .setNextRetryDelay(Duration.ofMinutes(5))
                .build();
    }

    private Queue<LegOutcome> queue(Step step) {
        return outcomes.computeIfAbsent(step, _ -> new ArrayDeque<>());
    }
}
