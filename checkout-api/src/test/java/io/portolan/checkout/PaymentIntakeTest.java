package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.PaymentFilter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class PaymentIntakeTest {
    @Autowired
    private World world;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private InMemoryIdempotency idempotency;

    @Autowired
    private ScriptedEngine engine;

    @Autowired
    private HandClock clock;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @Test
    void acceptsAPaymentAndSaysWhereItIs() {
        Reply reply = shop.pay();

        String id = reply.text("/id");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).isEqualTo("/v1/payments/" + id);
        assertThat(reply.header("Idempotent-Replayed")).isEmpty();
        assertThat(reply.body()).isEqualTo(accepted(id));
        assertThat(shop.get(reply.header("Location")).body()).isEqualTo(reply.body());
    }

    @Test
    void startsThePaymentAtOnce() throws InterruptedException {
        assertThat(engine.starts(shop.pay().text("/id"))).isTrue();
    }

    @Test
    void acceptsPaymentsWhileTheEngineIsAway() {
        engine.isAway();

        Reply reply = shop.pay();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void acceptsPaymentsWhileTheEngineHangs() {
        engine.hangs();

        List<Integer> answers =
                IntStream.range(0, 80).mapToObj(_ -> shop.pay().status()).toList();

        assertThat(answers).hasSize(80).containsOnly(202);
        assertThat(stored()).isEqualTo(80);
        engine.answers();
    }

    @Test
    void letsAQuotePayOnce() {
        String quote = shop.quote();
        shop.pay(Shop.order(quote));

        Reply second = shop.pay(Shop.order(quote));

        second.isProblem(409, "quote-spent");
        assertThat(second.errors()).containsExactly("/quote quote-spent");
        assertThat(stored()).isEqualTo(1);
        assertThat(idempotency.count(shop.merchant())).isEqualTo(1);
    }

    @Test
    void refusesAnExpiredQuote() {
        String quote = shop.quote();
        clock.pass(Duration.ofMinutes(15));

        refuses(shop.pay(Shop.order(quote)), "/quote quote-expired");
    }

    @Test
    void refusesAnotherMerchantsQuote(@Autowired ServletWebServerApplicationContext server) {
        String quote = shop.quote();
        shop = world.openShop(server);

        refuses(shop.pay(Shop.order(quote)), "/quote quote-unknown");
    }

    @Test
    void refusesAQuoteThatNeverWas() {
        refuses(shop.pay(Shop.order("quo_00000000000000000000")), "/quote quote-unknown");
        refuses(shop.pay(Shop.order("pay_00000000000000000000")), "/quote quote-unknown");
    }

    @Test
    void refusesToCollectFromAnIban() {
        String payer = "{\"name\": \"Li Wei\", \"account\": {\"iban\": \"DE89370400440532013000\"}}";

        refuses(shop.pay(Shop.order(shop.quote()).replace(Shop.PAYER, payer)), "/payer/account local-account");
    }

    private void refuses(Reply reply, String... errors) {
        reply.isInvalid(errors);
        assertThat(stored()).isZero();
        assertThat(idempotency.count(shop.merchant())).isZero();
    }

    private int stored() {
        return payments.list(new PaymentFilter(shop.merchant(), Set.of(), null, null, null, null, 200))
                .size();
    }

    private static String accepted(String id) {
        return """
                {"id":"%s","order_reference":"ORD-1001","status":"processing","reason":null,\
                "source":{"currency":"CNY","amount":720000},"fee":{"currency":"CNY","amount":3600},\
                "destination":{"currency":"USD","amount":99450},"rate":"0.13882",\
                "legs":[{"leg":"collection","information":null,"funds":null,"booked_at":null,"settled_at":null},\
                {"leg":"conversion","information":null,"funds":null,"booked_at":null,"settled_at":null},\
                {"leg":"payout","information":null,"funds":null,"booked_at":null,"settled_at":null}],\
                "refunded":null,"payer":{"name":"L* W**","account":{"number":"***************3445","bank":"A"},"country":null},\
                "payee":{"name":"A*** O****** L**","account":{"number":"********6789","bank":"C"},"country":"US"},\
                "metadata":{"cart":"77"},"created_at":"2026-11-21T12:00:00.000Z","updated_at":"2026-11-21T12:00:00.000Z"}""".formatted(id);
    }
}
