package io.portolan.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.saga.NextAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever banks, dealers, people, the merchant and the clock do, in whatever order: no money moves twice or is lost, and each payment ends or waits for somebody. */
class PaymentWalkTest {
    private static final long SEEDS = Long.getLong("walk.seeds", 1_000);
    private static final long FIRST = Long.getLong("walk.first", 1);
    private static final int MOST_STEPS = 400;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS);
    }

    @ParameterizedTest(name = "with seed {0}")
    @MethodSource("seeds")
    void neitherMovesMoneyTwiceNorLosesIt(long seed) {
        Random random = new Random(seed);
        WalkedPayment walked = new WalkedPayment(RandomPayments.accepted(random));
        RandomBank bank = new RandomBank(random);
        WalkDriver driver = new WalkDriver(walked, bank, random);
        RandomPeople people = new RandomPeople(walked, driver, bank, random);

        try {
            wander(walked, driver, people, random);
            bank.turnHonest();
            driver.turnFair();
            comeToRest(walked, driver, people);
        } catch (RuntimeException | AssertionError fault) {
            throw new AssertionError(fault.getMessage() + "\n" + walked.story(), fault);
        }
    }

    private static void wander(WalkedPayment walked, WalkDriver driver, RandomPeople people, Random random) {
        int steps = 10 + random.nextInt(140);
        for (int i = 0; i < steps; i++) {
            if (random.nextInt(5) > 0) {
                driver.step();
            } else {
                people.act();
            }
            walked.advance(pause(random));
        }
    }

    private static Duration pause(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Duration.ofMinutes(12);
            case 1 -> random.nextInt(6) == 0 ? Duration.ofDays(3) : Duration.ofHours(5);
            case 2, 3 -> Duration.ofMinutes(1);
            default -> Duration.ofMillis(random.nextInt(3));
        };
    }

    /** With honest banks, fair dealers and a person who tries everything, it ends, or waits for what only a person can settle outside. */
    private static void comeToRest(WalkedPayment walked, WalkDriver driver, RandomPeople people) {
        people.decide(Decision.Release::new);
        for (int i = 0; i < MOST_STEPS; i++) {
            switch (driver.step()) {
                case NextAction.Ended _ -> {
                    return;
                }
                case NextAction.Await(Instant until) when until != null -> walked.advanceTo(until);
                case NextAction.Await _ -> {
                    if (isStuckForGood(walked, i)) {
                        return;
                    }
                    walked.advance(Duration.ofMinutes(20));
                    help(people, i);
                }
                default -> walked.advance(Duration.ofSeconds(1));
            }
        }
        throw new AssertionError("it does not come to rest");
    }

    private static void help(RandomPeople people, int turn) {
        if (turn % 3 == 0) {
            people.unwind();
        } else {
            people.decide(Decision.Retry::new);
        }
    }

    private static boolean isStuckForGood(WalkedPayment walked, int turn) {
        Payment payment = walked.payment();
        Parking parking = payment.state().parking();
        assertThat(parking).as("somebody or something is waited for").isNotNull();
        boolean forGood = turn > MOST_STEPS / 2;
        if (forGood) {
            assertThat(Objects.requireNonNull(parking).reason().code()).isEqualTo("amount_differs");
        }
        return forGood;
    }
}
