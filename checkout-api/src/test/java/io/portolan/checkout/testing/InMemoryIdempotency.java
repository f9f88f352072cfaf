package io.portolan.checkout.testing;

import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.intake.Idempotency;
import io.portolan.domain.intake.IdempotentRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Idempotency in memory, with the promises of a database: a key is claimed once, and kept only if its work succeeds. */
public final class InMemoryIdempotency implements Idempotency {
    private record ScopedKey(MerchantId merchant, String key) {}

    private record Claim(IdempotentRequest request, Optional<StoredAnswer> answer) {}

    private final Map<ScopedKey, Claim> claims = new HashMap<>();
    private volatile Pause pause = new Pause();

    public InMemoryIdempotency() {
        pause.end();
    }

    /** Holds the next work before its end, until it is closed. */
    public static final class Pause implements AutoCloseable {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        public void awaitReached() throws InterruptedException {
            if (!reached.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("no work came");
            }
        }

        public void end() {
            over.countDown();
        }

        @Override
        public void close() {
            end();
        }

        private void awaitEnd() {
            reached.countDown();
            try {
                over.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public Pause pause() {
        pause = new Pause();
        return pause;
    }

    @Override
    public Answer once(IdempotentRequest request, Supplier<StoredAnswer> work) {
        ScopedKey name = new ScopedKey(request.merchant(), request.key());
        Claim earlier = claim(name, request);
        if (earlier != null) {
            return answer(earlier, request);
        }
        try {
            StoredAnswer answer = work.get();
            pause.awaitEnd();
            store(name, new Claim(request, Optional.of(answer)));
            return new Answer.First(answer);
        } catch (RuntimeException failure) {
            release(name);
            throw failure;
        }
    }

    public synchronized long count(MerchantId merchant) {
        return claims.keySet().stream()
                .filter(name -> name.merchant().equals(merchant))
                .count();
    }

    private synchronized Claim claim(ScopedKey name, IdempotentRequest request) {
        return claims.putIfAbsent(name, new Claim(request, Optional.empty()));
    }

    private synchronized void store(ScopedKey name, Claim claim) {
        claims.put(name, claim);
    }

    private synchronized void release(ScopedKey name) {
        claims.remove(name);
    }

    private static Answer answer(Claim earlier, IdempotentRequest request) {
        if (!earlier.request().equals(request)) {
            return new Answer.Reused();
        }
        return earlier.answer().<Answer>map(Answer.Replayed::new).orElseGet(Answer.StillRunning::new);
    }
}
