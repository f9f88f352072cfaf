package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.Eventually;
import io.portolan.simulators.testing.SimulatorExtension;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestartTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final String key = SimulatorExtension.newKey();

    @Test
    void resumesOpenTasksAndMovesNothingTwice() {
        simulators.changeSettings("{\"bookAfterMillis\":300}");
        var keys = IntStream.range(0, 20).mapToObj(i -> key + "-" + i).toList();
        keys.forEach(each -> simulators.domestic().collect(each, "1.00", "622299"));

        simulators.restart();

        keys.forEach(each -> simulators.domestic().await(each, "BOOKED"));
        keys.forEach(each -> simulators.domestic().collect(each, "1.00", "622299"));
        var lines = simulators.domestic().statement("B-CNY").json().get("lines");
        var mine = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).get("orderNo").asString().startsWith(key));
        assertThat(mine).hasSize(20);
    }

    @Test
    void deliversTheCallbackThatFailedBefore() {
        simulators.callbacks.answerWith(call -> call.target().equals("/down") ? 503 : 204);
        simulators.domestic().collectWithCallback(key, "1.00", "622299", simulators.callbacks.address() + "/down");
        simulators.callbacks.await(key, 1);

        simulators.restart();
        simulators.callbacks.answerWith(call -> 204);
        var upSince = Instant.now();

        // Both events, the booking and the settlement, failed before and arrive now.
        Eventually.until(() -> simulators.callbacks.callbacksFor(key).stream()
                        .filter(call -> call.at().isAfter(upSince))
                        .map(call -> call.text("eventId"))
                        .distinct()
                        .count()
                == 2);
    }

    @Test
    void remembersQuotesAndChangedSettings() {
        var quote = simulators.dealer().quoteId("");
        simulators.changeSettings("{\"quoteTtlMillis\":800000}");

        simulators.restart();

        assertThat(simulators.changeSettings("{}").json().get("quoteTtlMillis").longValue())
                .isEqualTo(800_000);
        assertThat(simulators.dealer().trade(key, quote, "").status()).isEqualTo(202);
    }

    @Test
    void creditsTheOpeningBalancesOnlyOnce() {
        simulators.restart();

        var closing = simulators.international().statement("D-EUR").xml().texts("BkToCstmrStmt/Stmt/Bal/Amt");
        assertThat(closing).containsExactly("1000000.00", "1000000.00");
    }
}
