package io.portolan.app.endtoend;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.environment.SimulatorSettings;
import io.portolan.app.environment.WorkflowService;
import io.portolan.domain.ids.PaymentId;
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

/** The intake needs the database alone: payments are accepted while Temporal is down, and continue when it is back. */
class TemporalOutageIT {
    private static final int PAYMENTS = 200;
    private static final int AT_ONCE = 4;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @RegisterExtension
    static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.on(WorkflowService.TEMPORAL);

    @Test
    void acceptsTwoHundredPaymentsWithoutTemporalAndCompletesThemAll() throws Exception {
        SimulatorSettings banks = new SimulatorSettings(ENVIRONMENT.running().banks());
        banks.set("bookAfterMillis", 20);
        banks.set("settleAfterMillis", 50);
        ENVIRONMENT.running().stopTemporal();

        List<PaymentId> accepted = payAll();

        assertThat(accepted).hasSize(PAYMENTS).doesNotHaveDuplicates();
        assertThat(accepted)
                .allSatisfy(id ->
                        assertThat(ENVIRONMENT.records().payment(id).stage()).isEqualTo(Stage.ACCEPTED));
        ENVIRONMENT.running().allowTemporalStart();
        await("all have completed").atMost(LIMIT).pollInterval(1, SECONDS).until(() -> areCompleted(accepted));
        ENVIRONMENT.records().assertBooksBalance();
    }

    private static List<PaymentId> payAll() throws Exception {
        try (ExecutorService shops = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<PaymentId>> sent = IntStream.range(0, PAYMENTS)
                    .mapToObj(number ->
                            shops.submit(() -> ENVIRONMENT.merchant().pay(Purchase.inDollars("OUTAGE-" + number))))
                    .toList();
            List<PaymentId> accepted = new ArrayList<>();
            for (Future<PaymentId> payment : sent) {
                accepted.add(payment.get());
            }
            return accepted;
        }
    }

    private static boolean areCompleted(List<PaymentId> payments) {
        return payments.stream()
                .allMatch(id -> ENVIRONMENT.records().payment(id).stage() == Stage.COMPLETED);
    }
}
