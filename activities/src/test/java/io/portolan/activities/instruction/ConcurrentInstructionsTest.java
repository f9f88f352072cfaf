package io.portolan.activities.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.plan.MovementKind;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.Result;
import java.util.ArrayList;
import java.util.HashSet;
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

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void concurrentExecutionsShareOneKeyAndRecordOnce(long seed) throws Exception {
        disturb(MovementKind.COLLECTION, new Random(seed));

        together(() -> bench.driver.advance(bench.id()));

        assertThat(bench.orders.executed()).doesNotHaveDuplicates().startsWith(bench.key(MovementKind.COLLECTION));
        assertThat(bench.payments.eventTypes())
                .filteredOn("collection.booked"::equals)
                .hasSize(1);
        assertThat(bench.now().instructionsOf(MovementKind.COLLECTION)).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void workersThatDriveOnePaymentTogetherPayItOnce(long seed) throws Exception {
        Random random = new Random(seed);
        for (MovementKind kind :
                List.of(MovementKind.COLLECTION, MovementKind.TOP_UP, MovementKind.TRADE, MovementKind.PAYOUT)) {
            disturb(kind, random);
        }

        List<Advance> ends = together(bench::drive);

        assertThat(ends).contains(new Advance.Ended(Result.COMPLETED));
        assertThat(bench.executed()).containsExactly("collection/1", "top-up/1", "trade/1", "payout/1");
        assertThat(bench.now().state().instructions()).hasSize(4).allMatch(Instruction::isBooked);
        assertThat(bench.payments.entries())
                .extracting(entry -> entry.key())
                .hasSameSizeAs(new HashSet<>(bench.payments.entries()));
    }

    private void disturb(MovementKind kind, Random random) {
        for (int lost = random.nextInt(3); lost > 0; lost--) {
            bench.orders.losesOrder(kind);
        }
        if (random.nextBoolean()) {
            bench.orders.losesReply(kind);
        }
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
