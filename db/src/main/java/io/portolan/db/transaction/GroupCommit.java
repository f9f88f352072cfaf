package io.portolan.db.transaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Commits the requests of many concurrent callers in groups: whatever arrives while one batch commits is the next batch. There is no timer and no
 * thread of its own: a caller who finds no other at work leads, and then hands over to the one who has waited longest.
 *
 * @param <Q> a caller's request
 * @param <R> its result
 */
public final class GroupCommit<Q, R> {
    static final int MAX_BATCH_SIZE = 1_024;
    private static final int MAX_WAITING = 100_000;

    private final BatchWork<Q, R> work;
    private final Semaphore commitTurn = new Semaphore(1);
    private final Deque<PendingRequest<Q, R>> waiting = new ArrayDeque<>();
    private boolean hasLeader;

    /** What is done for a batch. If it throws, nothing of the batch was committed. */
    public interface BatchWork<Q, R> {
        /** What can be done while the batch before commits; returns the rest of the work, to be done afterwards, or empty if preparing is not worth it. */
        Optional<Supplier<List<R>>> prepare(List<Q> requests);

        /** All of it, in one transaction: the results in the order of the requests. */
        List<R> commit(List<Q> requests);
    }

    public GroupCommit(BatchWork<Q, R> work) {
        this.work = work;
    }

    /**
     * Submits the request, and waits for its result. A batch that fails is retried request by request, so that one caller's failure is no other's;
     * not so if there is no connection, which concerns everybody.
     *
     * @throws RuntimeException what committing this request threw
     * @throws IllegalStateException if too many are waiting already
     */
    public R submit(Q request) {
        PendingRequest<Q, R> mine = new PendingRequest<>(request);
        if (enqueue(mine) || mine.turn.join() == Turn.LEAD) {
            lead();
        }
        return mine.awaitResult();
    }

    private synchronized boolean enqueue(PendingRequest<Q, R> mine) {
        if (waiting.size() >= MAX_WAITING) {
            throw new IllegalStateException(MAX_WAITING + " callers are already waiting for the book");
        }
        waiting.add(mine);
        boolean isFirst = !hasLeader;
        hasLeader = true;
        return isFirst;
    }

    /** A leader whose batch is prepared hands over as soon as it starts to commit, so that the next batch is prepared meanwhile. */
    private void lead() {
        List<PendingRequest<Q, R>> batch = takeBatch();
        Optional<Supplier<List<R>>> prepared = prepareAhead(batch);
        commitTurn.acquireUninterruptibly();
        try {
            if (prepared.isPresent()) {
                appointNextLeader();
            }
            commitBatch(batch, prepared.orElse(() -> work.commit(requestsOf(batch))));
        } finally {
            commitTurn.release();
            if (prepared.isEmpty()) {
                appointNextLeader();
            }
            batch.forEach(each -> each.turn.complete(Turn.DONE));
        }
    }

    /** What fails in advance fails again in the commit, and is reported then; nobody waits twice for a connection that is not there. */
    private Optional<Supplier<List<R>>> prepareAhead(List<PendingRequest<Q, R>> batch) {
        try {
            return work.prepare(requestsOf(batch));
        } catch (RuntimeException failure) {
            if (!ServerError.isConnectionFailure(failure)) {
                return Optional.empty();
            }
            return Optional.of(() -> {
                throw failure;
            });
        }
    }

    private synchronized List<PendingRequest<Q, R>> takeBatch() {
        List<PendingRequest<Q, R>> batch = new ArrayList<>();
        while (batch.size() < MAX_BATCH_SIZE && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private synchronized void appointNextLeader() {
        hasLeader = !waiting.isEmpty();
        if (hasLeader) {
            waiting.getFirst().turn.complete(Turn.LEAD);
        }
    }

    private void commitBatch(List<PendingRequest<Q, R>> batch, Supplier<List<R>> commit) {
        try {
            List<R> results = commit.get();
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome.complete(results.get(i));
            }
        } catch (RuntimeException failure) {
            if (batch.size() == 1 || ServerError.isConnectionFailure(failure)) {
                batch.forEach(each -> each.outcome.completeExceptionally(failure));
            } else {
                batch.forEach(each -> commitBatch(List.of(each), () -> work.commit(List.of(each.request))));
            }
        } catch (Error failure) {
            batch.forEach(each -> each.outcome.completeExceptionally(failure));
        }
    }

    private static <Q, R> List<Q> requestsOf(List<PendingRequest<Q, R>> batch) {
        return batch.stream().map(each -> each.request).toList();
    }

    /** One caller's request. Its outcome is known before the caller is told that the wait is over. */
    private static final class PendingRequest<Q, R> {
        private final Q request;
        private final CompletableFuture<R> outcome = new CompletableFuture<>();
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();

        PendingRequest(Q request) {
            this.request = request;
        }

        R awaitResult() {
            try {
                return outcome.join();
            } catch (CompletionException failure) {
                switch (failure.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw failure;
                }
            }
        }
    }

    private enum Turn {
        LEAD,
        DONE
    }
}
