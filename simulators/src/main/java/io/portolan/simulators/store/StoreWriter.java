package io.portolan.simulators.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The only thread that changes the file. Work that waits while a commit reaches the disk shares the next commit, each
 * piece behind a savepoint of its own: under load one disk flush serves many, and idle nobody waits for company.
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

    <T> CompletableFuture<T> submit(TransactionBody<T> work) {
        var piece = new WriteTask<>(work);
        queue.add(piece);
        if (closed) {
            failWaiting();
        }
        return piece.future;
    }

    /** Finishes the commit under way and refuses the rest. */
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
                var pieces = new ArrayList<WriteTask<?>>();
                pieces.add(queue.take());
                queue.drainTo(pieces, MAX_PER_COMMIT - 1);
                commit(pieces);
            } catch (InterruptedException e) {
                // Only close() interrupts this thread, and the loop's condition has seen it.
            }
        }
    }

    private void commit(List<WriteTask<?>> pieces) {
        try {
            sql.update("begin immediate");
            pieces.forEach(piece -> piece.run(sql));
            sql.update("commit");
            pieces.forEach(WriteTask::complete);
        } catch (RuntimeException | Error failure) {
            pieces.forEach(piece -> piece.future.completeExceptionally(failure));
            rollBack();
        }
    }

    private void rollBack() {
        try {
            sql.update("rollback");
        } catch (StoreFailure noTransaction) {
            // The failure that led here has ended the transaction already, and its callers know.
        }
    }

    private void failWaiting() {
        var waiting = new ArrayList<WriteTask<?>>();
        queue.drainTo(waiting);
        waiting.forEach(piece -> piece.future.completeExceptionally(new StoreFailure("the store is closed")));
    }
}
