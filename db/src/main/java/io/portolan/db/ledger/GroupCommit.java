package io.portolan.db.ledger;

import io.portolan.db.transaction.ServerError;
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
 * Groups what many callers ask at once: whatever arrives while one batch commits is the next batch. There is no timer and no thread of its own: a
 * caller who finds nobody at work commits, and hands over to the one who waited longest.
 *
 * @param <Q> what a caller asks
 * @param <A> what it is answered
 */
final class GroupCommit<Q, A> {
    static final int MAX_BATCH_SIZE = 1_024;
    private static final int MAX_WAITING = 100_000;

    private final BatchWork<Q, A> work;
    private final Semaphore commitTurn = new Semaphore(1);
    private final Deque<PendingRequest<Q, A>> waiting = new ArrayDeque<>();
    private boolean hasLeader;

    /** What is done for a batch. If it throws, nothing of the batch happened. */
    interface BatchWork<Q, A> {
        /** What can be done while the batch before commits: the rest of it, for when that is over; or empty, if that is not worth it. */
        Optional<Supplier<List<A>>> prepare(List<Q> questions);

        /** All of it, in one transaction: the answers in the order of the questions. */
        List<A> commit(List<Q> questions);
    }

    GroupCommit(BatchWork<Q, A> work) {
        this.work = work;
    }

    /**
     * Asks, and waits for the answer. A batch that fails is tried again question by question, so that one caller's fault is no other's;
     * not so if there is no connection, which is everybody's.
     *
     * @throws RuntimeException what committing this question threw
     * @throws IllegalStateException if too many wait already
     */
    A submit(Q question) {
        PendingRequest<Q, A> mine = new PendingRequest<>(question);
        if (enqueue(mine) || mine.turn.join() == Turn.LEAD) {
            lead();
        }
        return mine.awaitResult();
    }

    private synchronized boolean enqueue(PendingRequest<Q, A> mine) {
        if (waiting.size() >= MAX_WAITING) {
            throw new IllegalStateException(MAX_WAITING + " callers wait for the book already");
        }
        waiting.add(mine);
        boolean isFirst = !hasLeader;
        hasLeader = true;
        return isFirst;
    }

    /** Who has something ready hands over as soon as it is being committed, so that the next batch is made ready meanwhile. */
    private void lead() {
        List<PendingRequest<Q, A>> batch = takeBatch();
        Optional<Supplier<List<A>>> ahead = prepareAhead(batch);
        commitTurn.acquireUninterruptibly();
        try {
            if (ahead.isPresent()) {
                appointNextLeader();
            }
            commitBatch(batch, ahead.orElse(() -> work.commit(requestsOf(batch))));
        } finally {
            commitTurn.release();
            if (ahead.isEmpty()) {
                appointNextLeader();
            }
            batch.forEach(each -> each.turn.complete(Turn.DONE));
        }
    }

    /** What fails ahead fails again when it counts, and is told then; for a connection that is not there nobody waits twice. */
    private Optional<Supplier<List<A>>> prepareAhead(List<PendingRequest<Q, A>> batch) {
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

    private synchronized List<PendingRequest<Q, A>> takeBatch() {
        List<PendingRequest<Q, A>> batch = new ArrayList<>();
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

    private void commitBatch(List<PendingRequest<Q, A>> batch, Supplier<List<A>> commit) {
        try {
            List<A> answers = commit.get();
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome.complete(answers.get(i));
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

    private static <Q, A> List<Q> requestsOf(List<PendingRequest<Q, A>> batch) {
        return batch.stream().map(each -> each.request).toList();
    }

    /** One caller's question. The outcome is known before the caller is told that the wait is over. */
    private static final class PendingRequest<Q, A> {
        private final Q request;
        private final CompletableFuture<A> outcome = new CompletableFuture<>();
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();

        PendingRequest(Q question) {
            this.request = question;
        }

        A awaitResult() {
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
