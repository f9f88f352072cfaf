package io.portolan.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.portolan.demo.orders.DemoOrder;
import io.portolan.demo.orders.OrderFileRejected;
import io.portolan.demo.shop.TrackedOrder.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DemoOrder order = Examples.order("ORD-1", "completed", null);
    private ScriptedApi api;
    private Shop shop;

    @BeforeEach
    void open() throws Exception {
        api = new ScriptedApi();
        shop = new Shop(api.address(), "ptl_key", Instant.now(), RETRY_TIMEOUT);
    }

    @AfterEach
    void close() {
        shop.close();
        api.close();
    }

    /** It may have arrived all the same, so it is not called rejected. */
    @Test
    void anOrderWithoutAValidAnswerIsUnknown() throws Exception {
        api.failAlways(503, "");
        TrackedOrders orders = new TrackedOrders(List.of(order));

        shop.send(orders);
        await().atMost(LIMIT).until(orders::isDone);

        TrackedOrder unanswered = orders.all().getFirst();
        assertThat(unanswered.state()).isEqualTo(new State.Unknown("no valid answer for 1 s; the last one was 503 "));
        assertThat(unanswered.isAsExpected()).isFalse();
    }

    @Test
    void anUnknownOrderIsAcceptedOnceItsPaymentShows() throws Exception {
        api.failAlways(503, "");
        TrackedOrders orders = new TrackedOrders(List.of(order));
        shop.send(orders);
        await().atMost(LIMIT).until(orders::isDone);

        orders.update(List.of(Map.entry("ORD-1", Examples.completed())));

        assertThat(orders.all().getFirst().isAsExpected()).isTrue();
    }

    @Test
    void rejectsWhatNoCorridorServesBeforeAnythingIsSent() throws Exception {
        api.serve("CNY", "EUR");

        var rejected = catchThrowableOfType(OrderFileRejected.class, () -> shop.requireCorridors(List.of(order)));

        assertThat(rejected.errors())
                .hasToString("[line 7, column destination_currency: CNY/USD is not served; write one of CNY/EUR]");
        assertThat(api.keys()).isEmpty();
    }

    @Test
    void rejectsAmountsOutsideACorridorsLimits() throws Exception {
        api.serve("CNY", "USD").limits(800_000, 900_000);

        var rejected = catchThrowableOfType(OrderFileRejected.class, () -> shop.requireCorridors(List.of(order)));

        assertThat(rejected.errors().getFirst())
                .hasToString("line 7, column source_amount: 7200.00 CNY is outside the corridor's limits;"
                        + " write 8000.00 CNY to 9000.00 CNY");
    }
}
