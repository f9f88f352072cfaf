package io.portolan.app.endtoend;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.payment.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The intake needs the database alone: payments are accepted while the engine is down, and proceed when it is back. */
class EngineOutageIT {
    private static final int PAYMENTS = 200;
    private static final int AT_ONCE = 4;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @RegisterExtension
    static final WholeWorld WORLD = WholeWorld.on(Engine.TEMPORAL);

    @Test
    void acceptsTwoHundredPaymentsWithoutAnEngineAndCompletesThemAll() throws Exception {
        BankSettings banks = new BankSettings(WORLD.parts().banks());
        banks.set("bookAfterMillis", 20);
        banks.set("settleAfterMillis", 50);
        WORLD.parts().killEngineForNow();

        List<PaymentId> accepted = payAll();

        assertThat(accepted).hasSize(PAYMENTS).doesNotHaveDuplicates();
        assertThat(accepted)
                .allSatisfy(
                        id -> assertThat(WORLD.witness().payment(id).stage()).isEqualTo(Stage.ACCEPTED));
        WORLD.parts().letEngineStart();
        await("all have completed").atMost(LIMIT).pollInterval(1, SECONDS).until(() -> areCompleted(accepted));
        WORLD.witness().assertBooksBalance();
    }

    private static List<PaymentId> payAll() throws Exception {
        try (ExecutorService shops = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<PaymentId>> sent = IntStream.range(0, PAYMENTS)
                    .mapToObj(
                            number -> shops.submit(() -> WORLD.checkout().pay(Purchase.inDollars("OUTAGE-" + number))))
                    .toList();
            List<PaymentId> accepted = new ArrayList<>();
            for (Future<PaymentId> payment : sent) {
                accepted.add(payment.get());
            }
            return accepted;
        }
    }

    private static boolean areCompleted(List<PaymentId> payments) {
        return payments.stream().allMatch(id -> WORLD.witness().payment(id).stage() == Stage.COMPLETED);
    }
}
