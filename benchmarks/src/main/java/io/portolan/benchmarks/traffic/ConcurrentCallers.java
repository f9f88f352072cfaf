package io.portolan.benchmarks.traffic;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Concurrent callers, on virtual threads, each of whom begins the next piece of work when the last one is done. */
public record ConcurrentCallers(int count) {
    /** One piece of work. */
    @FunctionalInterface
    public interface Work<T> {
        void accept(T item) throws Exception;
    }

    /** Does the work for each of the items. Once all callers have ended, it throws what the first failing one threw. */
    public <T> void forEach(List<T> items, Work<T> work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> caller = () -> {
            int mine = next.getAndIncrement();
            while (mine < items.size()) {
                work.accept(items.get(mine));
                mine = next.getAndIncrement();
            }
            return mine;
        };
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> done : executor.invokeAll(Collections.nCopies(count, caller))) {
                done.get();
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
