package io.portolan.checkout.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.InMemoryIdempotency;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.checkout.testing.SettableClock;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.PaymentFilter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServedApi
class PaymentIdempotencyTest {
    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private InMemoryIdempotency idempotency;

    @Autowired
    private SettableClock clock;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void answersARepeatWithTheFirstAnswer() {
        String order = MerchantClient.order(client.quote());
        ApiReply first = client.post("/v1/payments", "key-1", order);

        ApiReply again = client.post("/v1/payments", "key-1", order);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void answersARepeatEvenAfterTheQuoteHasExpired() {
        String order = MerchantClient.order(client.quote());
        ApiReply first = client.post("/v1/payments", "key-1", order);
        clock.advance(Duration.ofDays(1));

        ApiReply again = client.post("/v1/payments", "key-1", order);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void rejectsAKeyThatBelongsToAnotherBody() {
        client.post("/v1/payments", "key-1", MerchantClient.order(client.quote()));

        ApiReply other = client.post("/v1/payments", "key-1", MerchantClient.order(client.quote()));

        other.assertProblem(422, "idempotency-key-reused");
        assertThat(other.errors()).containsExactly("Idempotency-Key idempotency-key-reused");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void takesTheSameJsonValueForTheSameRequest() {
        String quote = client.quote();
        ApiReply first = client.post("/v1/payments", "key-1", MerchantClient.order(quote));

        ApiReply again = client.post("/v1/payments", "key-1", reversed(MerchantClient.order(quote)));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void takesAnotherJsonValueForAnotherRequest() {
        String order = MerchantClient.order(client.quote());
        client.post("/v1/payments", "key-1", order);

        client.post("/v1/payments", "key-1", order.replace("\"max_slippage_bps\": 50", "\"max_slippage_bps\": 51"))
                .assertProblem(422, "idempotency-key-reused");
        client.post("/v1/payments", "key-1", order.replace("\"77\"", "\"77 \""))
                .assertProblem(422, "idempotency-key-reused");
    }

    @Test
    void letsAnotherMerchantUseTheSameKey(@Autowired ServletWebServerApplicationContext server) {
        client.post("/v1/payments", "key-1", MerchantClient.order(client.quote()));
        MerchantClient other = application.newClient(server);

        ApiReply reply = other.post("/v1/payments", "key-1", MerchantClient.order(other.quote()));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void acceptsManyEqualRequestsAtOnceOnlyOnce() throws Exception {
        String order = MerchantClient.order(client.quote());
        List<ApiReply> replies = atOnce(12, () -> client.post("/v1/payments", "key-1", order));

        assertThat(replies.stream().map(ApiReply::status)).allMatch(status -> status == 202 || status == 409);
        Set<String> ids = replies.stream()
                .filter(reply -> reply.status() == 202)
                .map(reply -> reply.text("/id"))
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void asksToRetryWhileTheFirstRequestRuns() throws Exception {
        String order = MerchantClient.order(client.quote());
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor();
                InMemoryIdempotency.Pause pause = idempotency.pause()) {
            Future<ApiReply> first = other.submit(() -> client.post("/v1/payments", "key-1", order));
            pause.awaitReached();

            ApiReply second = client.post("/v1/payments", "key-1", order);

            second.assertProblem(409, "request-in-progress");
            assertThat(second.header("Retry-After")).isEqualTo("1");
            pause.end();
            assertThat(first.get().status()).isEqualTo(202);
        }
    }

    @Test
    void keepsNoKeyOfARejectedRequest() {
        client.post("/v1/payments", "key-1", MerchantClient.order("quo_00000000000000000000"));

        ApiReply corrected = client.post("/v1/payments", "key-1", MerchantClient.order(client.quote()));

        assertThat(corrected.status()).isEqualTo(202);
    }

    @Test
    void rejectsAMissingIdempotencyKey() {
        assertKeyRejected(client.post("/v1/payments", MerchantClient.order(client.quote())), "required");
    }

    @Test
    void rejectsATooLongIdempotencyKey() {
        assertKeyRejected(
                client.post("/v1/payments", "k".repeat(256), MerchantClient.order(client.quote())), "idempotency-key");
    }

    @Test
    void takesTheLongestIdempotencyKey() {
        assertThat(client.post("/v1/payments", "k".repeat(255), MerchantClient.order(client.quote()))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void rejectsAnIdempotencyKeyWithSpaces() {
        assertKeyRejected(
                client.post("/v1/payments", "a key", MerchantClient.order(client.quote())), "idempotency-key");
    }

    private void assertKeyRejected(ApiReply reply, String rule) {
        reply.assertProblem(400, "idempotency-key");
        assertThat(reply.errors()).containsExactly("Idempotency-Key " + rule);
        assertThat(stored()).isZero();
    }

    private static List<ApiReply> atOnce(int times, Callable<ApiReply> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    /** The same value, with the members of every object in reverse order, without white space and with a letter escaped. */
    private static String reversed(String json) {
        return write(new JsonMapper().readTree(json)).replace("Li Wei", "Li \\u0057ei");
    }

    private static String write(JsonNode value) {
        if (!value.isObject()) {
            return value.toString();
        }
        return List.copyOf(value.properties()).reversed().stream()
                .map(member -> "\"%s\":%s".formatted(member.getKey(), write(member.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private int stored() {
        return payments.list(new PaymentFilter(client.merchant(), Set.of(), null, null, null, null, 200))
                .size();
    }
}
