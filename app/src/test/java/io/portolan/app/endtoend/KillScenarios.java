package io.portolan.app.endtoend;

import static org.awaitility.Awaitility.await;

import io.portolan.app.environment.DemoProcessName;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * One part is killed while three payments wait for a bank, each in another leg: the instruction is on record, perhaps sent, and not decided. However
 * the part comes back, each payment completes, and the banks have moved the money of each instruction once.
 */
abstract class KillScenarios {
    /** Long enough for three payments to be slow at once, short enough to be waited for. */
    private static final int SLOW_MILLIS = 6_000;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final EnvironmentExtension world;

    KillScenarios(EnvironmentExtension world) {
        this.world = world;
    }

    @Test
    void losesAndRepeatsNothingWhenTheAppIsKilled() throws Exception {
        killAndAwaitSettlement(DemoProcessName.APP);
    }

    @Test
    void losesAndRepeatsNothingWhenTheBanksAreKilled() throws Exception {
        killAndAwaitSettlement(DemoProcessName.SIMULATORS);
    }

    @Test
    void losesAndRepeatsNothingWhenTheDatabaseIsKilled() throws Exception {
        killAndAwaitSettlement(DemoProcessName.DATABASE);
    }

    /** Kills the part in the middle of everything, and sees everything end well. */
    final void killAndAwaitSettlement(DemoProcessName part) throws Exception {
        new SimulatorSettings(world.environment().banks()).set("slowMillis", SLOW_MILLIS);
        PaymentId inPayout =
                world.merchant().pay(Purchase.inDollars(part + "-IN-PAYOUT").toAccountEnding("0003"));
        PaymentId inConversion = world.merchant().pay(Purchase.inDollars(part + "-FX-SLOW"));
        PaymentId inCollection =
                world.merchant().pay(Purchase.inDollars(part + "-IN-COLLECTION").fromAccountEnding("0003"));
        await("every leg is under way")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> world.records().isUnderWay(inPayout, Step.PAYOUT)
                        && world.records().isUnderWay(inConversion, Step.CONVERSION)
                        && world.records().isUnderWay(inCollection, Step.COLLECTION));

        world.environment().kill(part);

        for (PaymentId payment : new PaymentId[] {inPayout, inConversion, inCollection}) {
            world.merchant().awaitSettled(payment, LIMIT);
            world.records().assertMovedOnceAsPlanned(payment);
            world.records().assertBalanced(payment);
        }
        world.records().assertBooksBalance();
    }
}
