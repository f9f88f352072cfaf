package io.portolan.app.endtoend;

import static org.awaitility.Awaitility.await;

import io.portolan.app.demo.PartName;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * One part is killed while three payments wait for a bank, each in another leg: the instruction is on record, perhaps sent, and not decided. However
 * the part comes back, each payment completes, and the banks have moved the money of each instruction once.
 */
abstract class Kills {
    /** Long enough for three payments to be slow at once, short enough to be waited for. */
    private static final int SLOW_MILLIS = 6_000;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final WholeWorld world;

    Kills(WholeWorld world) {
        this.world = world;
    }

    @Test
    void ofTheAppDuringEachLegLoseAndRepeatNothing() throws Exception {
        survives(PartName.APP);
    }

    @Test
    void ofTheBanksDuringEachLegLoseAndRepeatNothing() throws Exception {
        survives(PartName.SIMULATORS);
    }

    @Test
    void ofTheDatabaseDuringEachLegLoseAndRepeatNothing() throws Exception {
        survives(PartName.DATABASE);
    }

    /** Kills the part in the middle of everything, and sees everything end well. */
    final void survives(PartName part) throws Exception {
        new BankSettings(world.parts().banks()).set("slowMillis", SLOW_MILLIS);
        PaymentId inPayout =
                world.checkout().pay(Purchase.inDollars(part + "-IN-PAYOUT").toAccountEnding("0003"));
        PaymentId inConversion = world.checkout().pay(Purchase.inDollars(part + "-FX-SLOW"));
        PaymentId inCollection =
                world.checkout().pay(Purchase.inDollars(part + "-IN-COLLECTION").fromAccountEnding("0003"));
        await("every leg is under way")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> world.witness().isUnderWay(inPayout, Step.PAYOUT)
                        && world.witness().isUnderWay(inConversion, Step.CONVERSION)
                        && world.witness().isUnderWay(inCollection, Step.COLLECTION));

        world.parts().kill(part);

        for (PaymentId payment : new PaymentId[] {inPayout, inConversion, inCollection}) {
            world.checkout().awaitSettled(payment, LIMIT);
            world.witness().assertMovedOnceAsPlanned(payment);
            world.witness().assertBalanced(payment);
        }
        world.witness().assertBooksBalance();
    }
}
