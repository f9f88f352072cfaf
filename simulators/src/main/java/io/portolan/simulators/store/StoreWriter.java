package io.portolan.simulators.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The only thread that changes the file. Tasks that wait while a commit reaches the disk share the next commit, each
 * behind a savepoint of its own: under load one disk flush serves many; when idle, a write commits at once.
 */
final class StoreWriter implements AutoCloseable {

    private static final int MAX_PER_COMMIT = 256;

    private final Sql sql;
    private final BlockingQueue<WriteTask<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().name("store-writer").daemon().unstarted(this::run);
    private volatile boolean closed;

    StoreWriter(Sql sql) {
        this.sql = sql;
    }

    void start() {
        thread.start();
    }

    <T> CompletableFuture<T> submit(TransactionBody<T> body) {
        var task = new WriteTask<>(body);
        queue.add(task);
        if (closed) {
            failWaiting();
        }
        return task.future;
    }

    /** Finishes the current commit and fails the tasks that wait. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failWaiting();
        sql.close();
    }

    private void run() {
        while (!closed) {
            try {
                var tasks = new ArrayList<WriteTask<?>>();
                tasks.add(queue.take());
                queue.drainTo(tasks, MAX_PER_COMMIT - 1);
                commit(tasks);
            } catch (InterruptedException e) {
                // Only close() interrupts this thread, and the loop ends by its condition.
            }
        }
    }

    private void commit(List<WriteTask<?>> tasks) {
        try {
            sql.update("begin immediate");
            tasks.forEach(task -> task.run(sql));
            sql.update("commit");
            tasks.forEach(WriteTask::complete);
        } catch (RuntimeException | Error failure) {
            tasks.forEach(task -> task.future.completeExceptionally(failure));
            rollBack();
        }
    }

    private void rollBack() {
        try {
            sql.update("rollback");
        } catch (StoreFailure noTransaction) {
            // The failure that led here has already ended the transaction, and the callers know of it.
        }
    }

    private void failWaiting() {
        var waiting = new ArrayList<WriteTask<?>>();
        queue.drainTo(waiting);
        waiting.forEach(task -> task.future.completeExceptionally(new StoreFailure("the store is closed")));
    }
}
