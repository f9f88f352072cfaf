package io.portolan.app.endtoend;

import static org.awaitility.Awaitility.await;

import io.portolan.app.environment.DemoProcessName;
import io.portolan.app.environment.SimulatorSettings;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * One process is killed while three payments wait for a bank, each at another movement: the instruction is on record, perhaps sent, and not decided. However
 * it comes back, each payment completes, and the banks have moved the money of each instruction once.
 */
abstract class KillScenarios {
    /** Long enough for three payments to be slow at once, short enough to be waited for. */
    private static final int SLOW_MILLIS = 6_000;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final EnvironmentExtension environment;

    KillScenarios(EnvironmentExtension environment) {
        this.environment = environment;
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

    /** Kills the process in the middle of everything, and sees everything end well. */
    final void killAndAwaitSettlement(DemoProcessName process) throws Exception {
        new SimulatorSettings(environment.running().banks()).set("slowBookAfterMillis", SLOW_MILLIS);
        PaymentId inPayout = environment
                .merchant()
                .pay(Purchase.inDollars(process + "-IN-PAYOUT").toAccountEnding("0003"));
        PaymentId inConversion = environment.merchant().pay(Purchase.inDollars(process + "-FX-SLOW"));
        PaymentId inCollection = environment
                .merchant()
                .pay(Purchase.inDollars(process + "-IN-COLLECTION").fromAccountEnding("0003"));
        await("every movement is under way")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> environment.records().isUnderWay(inPayout, MovementKind.PAYOUT)
                        && environment.records().isUnderWay(inConversion, MovementKind.TRADE)
                        && environment.records().isUnderWay(inCollection, MovementKind.COLLECTION));

        environment.running().kill(process);

        for (PaymentId payment : new PaymentId[] {inPayout, inConversion, inCollection}) {
            environment.merchant().awaitSettled(payment, LIMIT);
            environment.records().assertMovedOnceAsPlanned(payment);
            environment.records().assertBalanced(payment);
        }
        environment.records().assertBooksBalance();
    }
}
