package io.portolan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.demo.orders.DemoOrder;
import io.portolan.demo.screen.Report;
import io.portolan.demo.screen.Screen;
import io.portolan.demo.shop.Examples;
import io.portolan.demo.shop.ScriptedApi;
import io.portolan.demo.shop.Shop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderRunTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DemoOrder order = Examples.order("ORD-1", "completed", null);
    private final Screen screen = Screen.of(new PrintStream(new ByteArrayOutputStream()));
    private ScriptedApi api;
    private Shop shop;

    @BeforeEach
    void open() throws Exception {
        api = new ScriptedApi();
        shop = new Shop(api.address(), "ptl_key", Instant.now());
    }

    @AfterEach
    void close() {
        shop.close();
        api.close();
    }

    @Test
    void asksForAQuoteAndPaysWithIt() throws Exception {
        Report report = new OrderRun(shop, screen, new CompletableFuture<>()).run(List.of(order), LIMIT);

        assertThat(report.isAsExpected()).isTrue();
        assertThat(api.bodies("/v1/quotes"))
                .containsExactly(
                        "{\"source\":{\"currency\":\"CNY\",\"amount\":720000},\"destination\":{\"currency\":\"USD\"}}");
        assertThat(api.bodies("/v1/payments").getFirst())
                .contains(
                        "\"order_reference\":\"ORD-1\"",
                        "\"quote\":\"quo_1\"",
                        "{\"iban\":\"DE89370400440532013000\"}");
    }

    @Test
    void triesAgainUnderTheSameKeyUntilThereIsAValidAnswer() throws Exception {
        api.failNext(503, "").failNext(500, "gibberish").failNext(429, "");

        Report report = new OrderRun(shop, screen, new CompletableFuture<>()).run(List.of(order), LIMIT);

        assertThat(report.isAsExpected()).isTrue();
        assertThat(api.keys()).hasSize(4).containsOnly(api.keys().getFirst());
        assertThat(api.keys().getFirst()).startsWith("demo-");
    }

    @Test
    void showsWhatTheApiRejects() throws Exception {
        api.failNext(
                422,
                "{\"detail\": \"1 value is not valid.\", \"errors\": [{\"pointer\": \"/quote\", \"detail\": \"Ask again.\"}]}");

        Report report = new OrderRun(shop, screen, new CompletableFuture<>()).run(List.of(order), LIMIT);

        assertThat(report.text())
                .contains("  ORD-1 (line 7): expected completed, but the API rejected the request (422):"
                        + " 1 value is not valid. /quote: Ask again.");
        assertThat(api.keys()).hasSize(1);
    }

    @Test
    void givesUpWhenNothingMovesAnyMore() throws Exception {
        DemoOrder other = Examples.order("ORD-1", "refunded", "ac04");

        Report report =
                new OrderRun(shop, screen, new CompletableFuture<>()).run(List.of(other), Duration.ofSeconds(1));

        assertThat(report.isAsExpected()).isFalse();
    }

    @Test
    void abortsWhenAProcessCannotBeKeptRunning() {
        var abort = CompletableFuture.<Void>failedFuture(new IllegalStateException("app died"));

        assertThatThrownBy(() -> new OrderRun(shop, screen, abort).run(List.of(order), LIMIT))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("app died");
    }
}
