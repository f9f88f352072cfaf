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
final class Batches<Q, A> {
    static final int MOST_IN_A_BATCH = 1_024;
    private static final int MOST_WAITING = 100_000;

    private final Work<Q, A> work;
    private final Semaphore commitTurn = new Semaphore(1);
    private final Deque<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private boolean isLed;

    /** What is done for a batch. If it throws, nothing of the batch happened. */
    interface Work<Q, A> {
        /** What can be done while the batch before commits: the rest of it, for when that is over; or empty, if that is not worth it. */
        Optional<Supplier<List<A>>> ahead(List<Q> questions);

        /** All of it, in one transaction: the answers in the order of the questions. */
        List<A> commit(List<Q> questions);
    }

    Batches(Work<Q, A> work) {
        this.work = work;
    }

    /**
     * Asks, and waits for the answer. A batch that fails is tried again question by question, so that one caller's fault is no other's;
     * not so if there is no connection, which is everybody's.
     *
     * @throws RuntimeException what committing this question threw
     * @throws IllegalStateException if too many wait already
     */
    A ask(Q question) {
        Waiting<Q, A> mine = new Waiting<>(question);
        if (isFirst(mine) || mine.turn.join() == Turn.LEAD) {
            lead();
        }
        return mine.answer();
    }

    private synchronized boolean isFirst(Waiting<Q, A> mine) {
        if (waiting.size() >= MOST_WAITING) {
            throw new IllegalStateException(MOST_WAITING + " callers wait for the book already");
        }
        waiting.add(mine);
        boolean isFirst = !isLed;
        isLed = true;
        return isFirst;
    }

    /** Who has something ready hands over as soon as it is being committed, so that the next batch is made ready meanwhile. */
    private void lead() {
        List<Waiting<Q, A>> batch = next();
        Optional<Supplier<List<A>>> ahead = aheadOf(batch);
        commitTurn.acquireUninterruptibly();
        try {
            if (ahead.isPresent()) {
                handOver();
            }
            carryOut(batch, ahead.orElse(() -> work.commit(questions(batch))));
        } finally {
            commitTurn.release();
            if (ahead.isEmpty()) {
                handOver();
            }
            batch.forEach(each -> each.turn.complete(Turn.OVER));
        }
    }

    /** What fails ahead fails again when it counts, and is told then; for a connection that is not there nobody waits twice. */
    private Optional<Supplier<List<A>>> aheadOf(List<Waiting<Q, A>> batch) {
        try {
            return work.ahead(questions(batch));
        } catch (RuntimeException failure) {
            if (!ServerError.isConnectionFailure(failure)) {
                return Optional.empty();
            }
            return Optional.of(() -> {
                throw failure;
            });
        }
    }

    private synchronized List<Waiting<Q, A>> next() {
        List<Waiting<Q, A>> batch = new ArrayList<>();
        while (batch.size() < MOST_IN_A_BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private synchronized void handOver() {
        isLed = !waiting.isEmpty();
        if (isLed) {
            waiting.getFirst().turn.complete(Turn.LEAD);
        }
    }

    private void carryOut(List<Waiting<Q, A>> batch, Supplier<List<A>> commit) {
        try {
            List<A> answers = commit.get();
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome.complete(answers.get(i));
            }
        } catch (RuntimeException failure) {
            if (batch.size() == 1 || ServerError.isConnectionFailure(failure)) {
                batch.forEach(each -> each.outcome.completeExceptionally(failure));
            } else {
                batch.forEach(each -> carryOut(List.of(each), () -> work.commit(List.of(each.question))));
            }
        } catch (Error failure) {
            batch.forEach(each -> each.outcome.completeExceptionally(failure));
        }
    }

    private static <Q, A> List<Q> questions(List<Waiting<Q, A>> batch) {
        return batch.stream().map(each -> each.question).toList();
    }

    /** One caller's question. The outcome is known before the caller is told that the wait is over. */
    private static final class Waiting<Q, A> {
        private final Q question;
        private final CompletableFuture<A> outcome = new CompletableFuture<>();
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();

        Waiting(Q question) {
            this.question = question;
        }

        A answer() {
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
        OVER
    }
}
