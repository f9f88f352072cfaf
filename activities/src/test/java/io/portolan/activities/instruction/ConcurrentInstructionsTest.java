package io.portolan.activities.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A timed-out execution may go on beside its retry: together they move and record no more than one. */
class ConcurrentInstructionsTest {
    private static final int EXECUTIONS = 8;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void concurrentExecutionsShareOneKeyAndRecordOnce(long seed) throws Exception {
        ActivitiesUnderTest bench = new ActivitiesUnderTest();
        Random random = new Random(seed);
        for (int lost = random.nextInt(3); lost > 0; lost--) {
            bench.orders.losesOrder(Step.COLLECTION);
        }
        if (random.nextBoolean()) {
            bench.orders.losesReply(Step.COLLECTION);
        }

        List<MovementOutcome> outcomes = together(() -> bench.collection.collect(bench.id()));

        assertThat(outcomes).containsOnly(new MovementOutcome.Booked("ref"));
        assertThat(bench.orders.executed()).containsExactly(InstructionKey.first(bench.payment.id(), Step.COLLECTION));
        assertThat(bench.now().state().instructions()).hasSize(1);
        assertThat(bench.payments.entries()).hasSize(1);
        assertThat(bench.payments.eventTypes()).containsExactly("collection.instructed", "collection.booked");
    }

    private static <T> List<T> together(Callable<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(EXECUTIONS);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < EXECUTIONS; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            for (Future<T> each : running) {
                results.add(each.get());
            }
        }
        return results;
    }
}
