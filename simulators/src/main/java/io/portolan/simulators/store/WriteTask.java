package io.portolan.simulators.store;

import java.util.concurrent.CompletableFuture;

/** A transaction body in the writer's queue, with the future of its result. */
final class WriteTask<T> {

    final CompletableFuture<T> future = new CompletableFuture<>();
    private final TransactionBody<T> body;
    private Runnable completion = () -> {};

    WriteTask(TransactionBody<T> body) {
        this.body = body;
    }

    /** Runs the body behind a savepoint, so that a failure undoes its own changes and no others. */
    void run(Sql sql) {
        sql.update("savepoint write_task");
        try {
            T result = body.run(sql);
            completion = () -> future.complete(result);
        } catch (RuntimeException failure) {
            sql.update("rollback to write_task");
            completion = () -> future.completeExceptionally(failure);
        }
        sql.update("release write_task");
    }

    /** Completes the future; called once the commit is on disk, never before. */
    void complete() {
        completion.run();
    }
}
