package io.portolan.simulators.store;

import java.util.concurrent.CompletableFuture;

/** Work in the writer's queue, and the promise to whoever waits for it. */
final class WriteTask<T> {

    final CompletableFuture<T> future = new CompletableFuture<>();
    private final TransactionBody<T> work;
    private Runnable completion = () -> {};

    WriteTask(TransactionBody<T> work) {
        this.work = work;
    }

    /** Does the work behind a savepoint, so that its failure takes back its own changes and no one else's. */
    void run(Sql sql) {
        sql.update("savepoint piece");
        try {
            T result = work.run(sql);
            completion = () -> future.complete(result);
        } catch (RuntimeException failure) {
            sql.update("rollback to piece");
            completion = () -> future.completeExceptionally(failure);
        }
        sql.update("release piece");
    }

    /** Called once the commit is on the disk, never before. */
    void complete() {
        completion.run();
    }
}
