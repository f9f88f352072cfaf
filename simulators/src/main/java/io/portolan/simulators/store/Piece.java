package io.portolan.simulators.store;

import java.util.concurrent.CompletableFuture;

/** Work in the writer's queue, and the promise to whoever waits for it. */
final class Piece<T> {

    final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final Work<T> work;
    private Runnable acknowledgement = () -> {};

    Piece(Work<T> work) {
        this.work = work;
    }

    /** Does the work behind a savepoint, so that its failure takes back its own changes and no one else's. */
    void tryWith(Sql sql) {
        sql.update("savepoint piece");
        try {
            T result = work.with(sql);
            acknowledgement = () -> outcome.complete(result);
        } catch (RuntimeException failure) {
            sql.update("rollback to piece");
            acknowledgement = () -> outcome.completeExceptionally(failure);
        }
        sql.update("release piece");
    }

    /** Called once the commit is on the disk, never before. */
    void acknowledge() {
        acknowledgement.run();
    }
}
