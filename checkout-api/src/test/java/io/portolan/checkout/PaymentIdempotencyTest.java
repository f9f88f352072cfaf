package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

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

@ServedApi
class PaymentIdempotencyTest {
    @Autowired
    private World world;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private InMemoryIdempotency idempotency;

    @Autowired
    private HandClock clock;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @Test
    void answersARepeatWithTheFirstAnswer() {
        String order = Shop.order(shop.quote());
        Reply first = shop.post("/v1/payments", "key-1", order);

        Reply again = shop.post("/v1/payments", "key-1", order);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void answersARepeatEvenAfterTheQuoteHasExpired() {
        String order = Shop.order(shop.quote());
        Reply first = shop.post("/v1/payments", "key-1", order);
        clock.pass(Duration.ofDays(1));

        Reply again = shop.post("/v1/payments", "key-1", order);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAKeyThatBelongsToAnotherBody() {
        shop.post("/v1/payments", "key-1", Shop.order(shop.quote()));

        Reply other = shop.post("/v1/payments", "key-1", Shop.order(shop.quote()));

        other.isProblem(422, "idempotency-key-reused");
        assertThat(other.errors()).containsExactly("Idempotency-Key idempotency-key-reused");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void letsAnotherMerchantUseTheSameKey(@Autowired ServletWebServerApplicationContext server) {
        shop.post("/v1/payments", "key-1", Shop.order(shop.quote()));
        Shop other = world.openShop(server);

        Reply reply = other.post("/v1/payments", "key-1", Shop.order(other.quote()));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void acceptsManyEqualRequestsAtOnceOnlyOnce() throws Exception {
        String order = Shop.order(shop.quote());
        List<Reply> replies = atOnce(12, () -> shop.post("/v1/payments", "key-1", order));

        assertThat(replies.stream().map(Reply::status)).allMatch(status -> status == 202 || status == 409);
        Set<String> ids = replies.stream()
                .filter(reply -> reply.status() == 202)
                .map(reply -> reply.text("/id"))
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void asksToComeBackWhileTheFirstRequestRuns() throws Exception {
        String order = Shop.order(shop.quote());
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor();
                InMemoryIdempotency.Pause pause = idempotency.pause()) {
            Future<Reply> first = other.submit(() -> shop.post("/v1/payments", "key-1", order));
            pause.untilReached();

            Reply second = shop.post("/v1/payments", "key-1", order);

            second.isProblem(409, "request-in-progress");
            assertThat(second.header("Retry-After")).isEqualTo("1");
            pause.end();
            assertThat(first.get().status()).isEqualTo(202);
        }
    }

    @Test
    void keepsNoKeyOfWhatWasRefused() {
        shop.post("/v1/payments", "key-1", Shop.order("quo_00000000000000000000"));

        Reply corrected = shop.post("/v1/payments", "key-1", Shop.order(shop.quote()));

        assertThat(corrected.status()).isEqualTo(202);
    }

    @Test
    void refusesAMissingIdempotencyKey() {
        refusesKey(shop.post("/v1/payments", Shop.order(shop.quote())), "required");
    }

    @Test
    void refusesATooLongIdempotencyKey() {
        refusesKey(shop.post("/v1/payments", "k".repeat(256), Shop.order(shop.quote())), "idempotency-key");
    }

    @Test
    void takesTheLongestIdempotencyKey() {
        assertThat(shop.post("/v1/payments", "k".repeat(255), Shop.order(shop.quote()))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void refusesAnIdempotencyKeyWithSpaces() {
        refusesKey(shop.post("/v1/payments", "a key", Shop.order(shop.quote())), "idempotency-key");
    }

    private void refusesKey(Reply reply, String rule) {
        reply.isProblem(400, "idempotency-key");
        assertThat(reply.errors()).containsExactly("Idempotency-Key " + rule);
        assertThat(stored()).isZero();
    }

    private static List<Reply> atOnce(int times, Callable<Reply> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private int stored() {
        return payments.list(new PaymentFilter(shop.merchant(), Set.of(), null, null, null, null, 200))
                .size();
    }
}
