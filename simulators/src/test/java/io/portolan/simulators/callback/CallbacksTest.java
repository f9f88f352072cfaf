package io.portolan.simulators.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.DealerClient;
import io.portolan.simulators.testing.DomesticClient;
import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.TestHttp;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallbacksTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final String key = SimulatorExtension.newKey();

    @Test
    void signsTheDomesticBanksCallbacks() {
        simulators
                .domestic()
                .collectWithCallback(key, "5.00", "622299", simulators.callbacks.address() + "/callbacks/B?a=b");

        var call = simulators.callbacks.await(key, 1).getFirst();

        assertThat(call.target()).isEqualTo("/callbacks/B?a=b");
        var headers = call.headers();
        assertThat(headers).doesNotContainKey("x-client-id");
        assertThat(headers.get("x-signature"))
                .isEqualTo(DomesticClient.signature(
                        "POST\n" + call.target(),
                        headers.get("x-timestamp"),
                        headers.get("x-nonce"),
                        DomesticClient.SECRET,
                        TestHttp.bytes(call.body())));
        assertThat(call.text("state")).isEqualTo("BOOKED");
        assertThat(call.text("bankReference")).matches("B[0-9]{11}");
        assertThat(call.text("occurredAt")).endsWith("Z");
    }

    @Test
    void signsTheInternationalBanksCallbacks() {
        simulators.international().pay(key, "5.00", "990099");

        var call = simulators.callbacks.await(key, 1).getFirst();

        assertThat(call.target()).isEqualTo("/callbacks/D");
        var headers = call.headers();
        assertThat(headers.get("x-bank-key-id")).isEqualTo("bank-d-1");
        assertThat(InternationalClient.isBanksSignature(
                        headers.get("x-bank-date"),
                        "POST /callbacks/D",
                        TestHttp.bytes(call.body()),
                        headers.get("x-bank-signature")))
                .isTrue();
        assertThat(InternationalClient.statusIn(new Response(0, call.body()))).isEqualTo("ACSP");
    }

    @Test
    void signsTheDealersCallbacks() {
        var dealer = simulators.dealer();
        dealer.trade(key, dealer.quoteId(""), "");

        var call = simulators.callbacks.await(key, 1).getFirst();

        assertThat(call.target()).isEqualTo("/callbacks/dealer");
        var header = call.headers().get("x-dealer-signature");
        long seconds = Long.parseLong(header.substring(2, header.indexOf(',')));
        assertThat(header)
                .endsWith(DealerClient.signature(seconds, DealerClient.SECRET, "POST./callbacks/dealer", call.body()));
        assertThat(call.text("status")).isEqualTo("executed");
    }

    @Test
    void callsBackOnBookingAndOnSettlement() {
        simulators.international().pay(key, "5.00", "990099");

        var calls = simulators.callbacks.await(key, 2);

        assertThat(calls.stream().map(call -> InternationalClient.statusIn(new Response(0, call.body()))))
                .containsExactly("ACSP", "ACSC");
    }

    @Test
    void callsBackOnALateRejection() {
        simulators.domestic().collectWithCallback(key, "5.00", "62220002", simulators.callbacks.address() + "/late");

        assertThat(simulators.callbacks.await(key, 1).getFirst().text("state")).isEqualTo("REJECTED");
    }

    @Test
    void retriesAfterOneAndTwoSecondsWithTheSameEvent() {
        var attempts = new ConcurrentHashMap<String, AtomicInteger>();
        simulators.callbacks.answerWith(call -> call.target().equals("/busy")
                        && call.text("orderNo").equals(key)
                        && attempts.computeIfAbsent(call.text("eventId"), id -> new AtomicInteger())
                                        .incrementAndGet()
                                < 3
                ? 503
                : 200);

        simulators.domestic().collectWithCallback(key, "5.00", "622299", simulators.callbacks.address() + "/busy");

        var calls = simulators.callbacks.await(key, 6);
        var booking = calls.stream()
                .filter(call -> call.text("eventId").equals(calls.getFirst().text("eventId")))
                .toList();
        assertThat(booking).hasSize(3);
        assertThat(Duration.between(booking.get(0).at(), booking.get(1).at())).isBetween(millis(990), millis(1900));
        assertThat(Duration.between(booking.get(1).at(), booking.get(2).at())).isBetween(millis(1990), millis(2900));
        assertThat(booking.stream().map(call -> call.headers().get("x-nonce")).distinct())
                .hasSize(3);
    }

    @Test
    void answersManyAtOnceAlthoughEachWaitsForAReceiverThatInquires() {
        var bank = simulators.domestic();
        simulators.callbacks.answerWith(call -> call.target().equals("/inquires")
                        && !bank.inquire(call.text("orderNo")).text("state").equals("BOOKED")
                ? 500
                : 200);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var responses = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> bank.collectWithCallback(
                            key + i, "1.00", "62220005", simulators.callbacks.address() + "/inquires")))
                    .toList();

            assertThat(responses).allMatch(response -> statusOf(response) == 202);
        }
    }

    private static int statusOf(Future<Response> response) {
        try {
            return response.get(4, TimeUnit.SECONDS).status();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Duration millis(long number) {
        return Duration.ofMillis(number);
    }
}
