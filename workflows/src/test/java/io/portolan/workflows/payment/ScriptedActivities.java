package io.portolan.workflows.payment;

import io.portolan.domain.instruction.MovementOutcome;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * The activities, played by a script: how far the payment comes each time that it is driven on; when the script is over, it has completed. A wait for an answer goes on
 * until {@link #answers}; what is asked for is noted in order.
 */
public final class ScriptedActivities implements PaymentActivities {
    public static final String KEY = "pay_06E8P3W2V0K7N4QZT1XR/1/1/1";

    private static final Advance COMPLETED = new Advance.Ended(Result.COMPLETED);

    private final Queue<Supplier<Advance>> advances = new ArrayDeque<>();
    private final List<String> notes = new ArrayList<>();
    private boolean answered;

    /** A movement that is booked. */
    public static Advance moved() {
        return new Advance.Moved(KEY, new MovementOutcome.Booked("ref"));
    }

    /** The payment comes so far, in turn. */
    public ScriptedActivities advances(Advance... next) {
        List.of(next).forEach(advance -> advances(() -> advance));
        return this;
    }

    /** The same, with what happens meanwhile. */
    public synchronized ScriptedActivities advances(Supplier<Advance> next) {
        advances.add(next);
        return this;
    }

    /** From now on a wait ends with an answer. */
    public synchronized ScriptedActivities answers() {
        answered = true;
        return this;
    }

    /** What was asked for so far: {@code advance}, {@code awaitAnswer}, and {@code carryOut} with a decision's id. */
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    public long count(String note) {
        return notes().stream().filter(note::equals).count();
    }

    @Override
    public Advance advance(String payment) {
        Supplier<Advance> next = note("advance");
        return next.get();
    }

    private synchronized Supplier<Advance> note(String note) {
        notes.add(note);
        Supplier<Advance> next = advances.poll();
        return next == null ? () -> COMPLETED : next;
    }

    @Override
    public synchronized void awaitAnswer(String payment, String instruction) {
        notes.add("awaitAnswer");
        if (!answered) {
            throw ApplicationFailure.newBuilder()
                    .setType("StillPending")
                    .setMessage("still pending")
                    .setCategory(ApplicationErrorCategory.BENIGN)
                    .setNextRetryDelay(Duration.ofMinutes(5))
                    .build();
        }
    }

    @Override
    public synchronized void carryOut(String payment, String decision) {
        notes.add("carryOut " + decision);
    }
}
