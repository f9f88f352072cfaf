package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.store.Store;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs the tasks that are due. Each is a transaction of its own, and they share commits. */
public final class DueTaskRunner {

    private static final int MAX_PER_ROUND = 256;

    private final Store store;
    private final Lifecycle lifecycle;
    private final InstantSource clock;

    public DueTaskRunner(Store store, Lifecycle lifecycle, InstantSource clock) {
        this.store = store;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** Returns when everything that was due at its start is done and on disk. */
    public void runDue() {
        var now = clock.instant();
        var due = store.read(sql -> lifecycle.dueTasks().findDue(sql, now, MAX_PER_ROUND));
        var done = due.stream()
                .map(task -> store.submit(sql -> {
                    lifecycle.advance(sql, task);
                    return task;
                }))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(done).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a due task failed and will be retried", e.getCause());
        }
    }
}
