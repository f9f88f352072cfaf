package io.portolan.activities;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.Interruptions.Moment;
import io.portolan.activities.Interruptions.WorkerDied;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker dies before or after a call of any port, and another one goes on: the payment ends as if nothing had been. */
class InterruptedPaymentTest {
    /** How long the work of a dead worker lies idle. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** How a payment ended, as far as money and merchants are concerned. */
    private record End(
            Stage stage, List<String> executed, Map<AccountId, Money> balances, List<Purpose> plans, int breaks) {
        static End of(ActivitiesUnderTest bench) {
            return new End(
                    bench.now().stage(),
                    bench.executed(),
                    bench.book.all(),
                    bench.now().state().plans().stream().map(Plan::purpose).toList(),
                    bench.payments.breaks().listOpen().size());
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aDeathAtAnyCallOfAPortChangesNothing(Story story) {
        ActivitiesUnderTest undisturbed = new ActivitiesUnderTest();
        int calls = countCalls(undisturbed, story);
        End end = End.of(undisturbed);

        assertThat(end.stage().isTerminal()).isTrue();
        assertThat(calls).isPositive();
        for (Moment moment : Moment.values()) {
            IntStream.rangeClosed(1, calls)
                    .forEach(number -> assertThat(endAfterDeath(story, moment, number))
                            .as("death %s call %d of %d", moment, number, calls)
                            .isEqualTo(end));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void workersThatDieAgainAndAgainMoveNothingTwice(long seed) {
        for (Story story : Story.all().toList()) {
            ActivitiesUnderTest undisturbed = new ActivitiesUnderTest();
            countCalls(undisturbed, story);
            ActivitiesUnderTest bench = new ActivitiesUnderTest();
            Random random = new Random(seed);
            bench.interruptions.set((moment, call) -> {
                if (random.nextInt(15) == 0) {
                    throw new WorkerDied(moment + " " + call);
                }
            });

            tell(story, bench, Duration.ofMillis(100));

            assertThat(End.of(bench)).as(story.name()).isEqualTo(End.of(undisturbed));
            assertThat(bench.orders.executed().stream().map(InstructionKey::value))
                    .doesNotHaveDuplicates();
        }
    }

    static Stream<Story> stories() {
        return Story.all();
    }

    private static int countCalls(ActivitiesUnderTest bench, Story story) {
        AtomicInteger calls = new AtomicInteger();
        bench.interruptions.set((moment, _) -> {
            if (moment == Moment.BEFORE) {
                calls.incrementAndGet();
            }
        });
        tell(story, bench, IDLE);
        return calls.get();
    }

    private static End endAfterDeath(Story story, Moment at, int number) {
        ActivitiesUnderTest bench = new ActivitiesUnderTest();
        AtomicInteger calls = new AtomicInteger();
        bench.interruptions.set((moment, call) -> {
            if (moment == at && calls.incrementAndGet() == number) {
                throw new WorkerDied(moment + " " + call);
            }
        });
        tell(story, bench, IDLE);
        return End.of(bench);
    }

    private static void tell(Story story, ActivitiesUnderTest bench, Duration idle) {
        story.tell(bench, () -> outlive(bench, idle, bench::driveToRest), () -> outlive(bench, idle, bench::drive));
    }

    private static void outlive(ActivitiesUnderTest bench, Duration idle, Runnable drive) {
        boolean alive = false;
        while (!alive) {
            try {
                drive.run();
                alive = true;
            } catch (WorkerDied died) {
                bench.pass(idle);
            }
        }
    }
}
