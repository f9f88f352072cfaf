package io.portolan.workflows.payment;

import io.portolan.domain.ids.Step;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * What has to be undone if the payment is being unwound. An unwind is registered before the step that it undoes, because a step may take effect and look
 * failed; it runs newest first, and leaves the list only when it is done.
 */
final class Compensations {
    private final SequencedMap<Step, Movement> registered = new LinkedHashMap<>();

    /** Registering an unwind again leaves it where it stands. */
    void register(Movement undo) {
        registered.putIfAbsent(undo.step(), undo);
    }

    /** The undos that have not run, in the order in which they would. */
    List<Step> remaining() {
        return List.copyOf(registered.reversed().keySet());
    }

    /** Runs every undo, detached from any cancellation: half an unwind is worse than none. */
    void run(Consumer<Movement> undo) {
        Workflow.newDetachedCancellationScope(() -> runNewestFirst(undo)).run();
    }

    private void runNewestFirst(Consumer<Movement> undo) {
        while (!registered.isEmpty()) {
            undo.accept(registered.lastEntry().getValue());
            registered.pollLastEntry();
        }
    }
}
