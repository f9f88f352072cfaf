package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestartTest {

    @RegisterExtension
    static final Outside outside = new Outside();

    private final String key = Outside.newKey();

    @Test
    void carriesOnWithWhatWasUnderWayAndMovesNothingTwice() {
        outside.settings("{\"bookAfterMillis\":300}");
        var keys = IntStream.range(0, 20).mapToObj(i -> key + "-" + i).toList();
        keys.forEach(each -> outside.domestic().collect(each, "1.00", "622299"));

        outside.restart();

        keys.forEach(each -> outside.domestic().await(each, "BOOKED"));
        keys.forEach(each -> outside.domestic().collect(each, "1.00", "622299"));
        var lines = outside.domestic().statement("B-CNY").json().get("lines");
        var mine = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).get("orderNo").asString().startsWith(key));
        assertThat(mine).hasSize(20);
    }

    @Test
    void deliversTheCallbackThatNobodyTookBefore() {
        outside.listener.answering(call -> call.target().equals("/down") ? 503 : 204);
        outside.domestic().collectNotifying(key, "1.00", "622299", outside.listener.address() + "/down");
        outside.listener.await(key, 1);

        outside.restart();
        outside.listener.answering(call -> 204);
        var up = Instant.now();

        // Both events, the booking and the settlement, were turned away before and arrive now.
        Eventually.until(() -> outside.listener.about(key).stream()
                        .filter(call -> call.at().isAfter(up))
                        .map(call -> call.text("eventId"))
                        .distinct()
                        .count()
                == 2);
    }

    @Test
    void remembersQuotesAndChangedSettings() {
        var quote = outside.dealer().quoteId("");
        outside.settings("{\"quoteTtlMillis\":800000}");

        outside.restart();

        assertThat(outside.settings("{}").json().get("quoteTtlMillis").longValue())
                .isEqualTo(800_000);
        assertThat(outside.dealer().trade(key, quote, "").status()).isEqualTo(202);
    }

    @Test
    void givesTheOpeningFundsOnlyOnce() {
        outside.restart();

        var closing = outside.international().statement("D-EUR").xml().texts("BkToCstmrStmt/Stmt/Bal/Amt");
        assertThat(closing).containsExactly("1000000.00", "1000000.00");
    }
}
