package io.portolan.checkout.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.InMemoryIdempotency;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPaymentWorkflows;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.checkout.testing.SettableClock;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
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
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private InMemoryIdempotency idempotency;

    @Autowired
    private ScriptedPaymentWorkflows workflows;

    @Autowired
    private SettableClock clock;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void acceptsAPaymentAndSaysWhereItIs() {
        String quote = client.quote();

        ApiReply reply = client.pay(MerchantClient.order(quote));

        String id = reply.text("/id");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).isEqualTo("/v1/payments/" + id);
        assertThat(reply.header("Idempotent-Replayed")).isEmpty();
        assertThat(reply.body()).isEqualTo(accepted(id, quote));
        assertThat(client.get(reply.header("Location")).body()).isEqualTo(reply.body());
    }

    @Test
    void storesTheForwardPlanWithThePayment() {
        Payment payment = payments.get(new PaymentId(client.pay().text("/id")));

        Plan plan = payment.currentPlan().orElseThrow();
        assertThat(plan.purpose()).isEqualTo(Purpose.FORWARD);
        assertThat(plan.movements().stream().map(Movement::kind))
                .containsExactly(MovementKind.COLLECTION, MovementKind.TOP_UP, MovementKind.TRADE, MovementKind.PAYOUT);
        assertThat(payments.listEvents(payment.id(), "", 9).stream().map(PaymentEvent::type))
                .containsExactly("payment.accepted", "payment.planned");
    }

    @Test
    void startsThePaymentAtOnce() throws InterruptedException {
        assertThat(workflows.awaitStart(client.pay().text("/id"))).isTrue();
    }

    @Test
    void acceptsPaymentsWhileTemporalIsDown() {
        workflows.becomeUnavailable();

        ApiReply reply = client.pay();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void acceptsPaymentsWhileTemporalHangs() {
        workflows.hang();

        List<Integer> answers =
                IntStream.range(0, 80).mapToObj(_ -> client.pay().status()).toList();

        assertThat(answers).hasSize(80).containsOnly(202);
        assertThat(stored()).isEqualTo(80);
        workflows.becomeAvailable();
    }

    @Test
    void usesAQuoteOnce() {
        String quote = client.quote();
        client.pay(MerchantClient.order(quote));

        ApiReply second = client.pay(MerchantClient.order(quote));

        second.assertProblem(409, "quote-already-used");
        assertThat(second.errors()).containsExactly("/quote quote-already-used");
        assertThat(stored()).isEqualTo(1);
        assertThat(idempotency.count(client.merchant())).isEqualTo(1);
    }

    @Test
    void rejectsAnExpiredQuote() {
        String quote = client.quote();
        clock.advance(Duration.ofMinutes(15));

        assertRejected(client.pay(MerchantClient.order(quote)), "/quote quote-expired");
    }

    @Test
    void rejectsAnotherMerchantsQuote(@Autowired ServletWebServerApplicationContext server) {
        String quote = client.quote();
        client = application.newClient(server);

        assertRejected(client.pay(MerchantClient.order(quote)), "/quote quote-unknown");
    }

    @Test
    void rejectsAnUnknownQuote() {
        assertRejected(client.pay(MerchantClient.order("quo_00000000000000000000")), "/quote quote-unknown");
        assertRejected(client.pay(MerchantClient.order("pay_00000000000000000000")), "/quote quote-unknown");
    }

    @Test
    void rejectsToCollectFromAnIban() {
        String payer = "{\"name\": \"Li Wei\", \"account\": {\"iban\": \"DE89370400440532013000\"}}";

        assertRejected(
                client.pay(MerchantClient.order(client.quote()).replace(MerchantClient.PAYER, payer)),
                "/payer/account local-account");
    }

    private void assertRejected(ApiReply reply, String... errors) {
        reply.assertInvalid(errors);
        assertThat(stored()).isZero();
        assertThat(idempotency.count(client.merchant())).isZero();
    }

    private int stored() {
        return payments.list(new PaymentFilter(client.merchant(), Set.of(), null, null, null, null, 200))
                .size();
    }

    private static String accepted(String id, String quote) {
        return """
                {"id":"%s","order_reference":"ORD-1001","status":"processing","reason":null,\
                "source":{"currency":"CNY","amount":720000},"fee":{"currency":"CNY","amount":3600},\
                "destination":{"currency":"USD","amount":99450},"rate":"0.13882",\
                "legs":[{"leg":"collection","booking":null,"settlement":null,"booked_at":null,"settled_at":null},\
                {"leg":"conversion","booking":null,"settlement":null,"booked_at":null,"settled_at":null},\
                {"leg":"payout","booking":null,"settlement":null,"booked_at":null,"settled_at":null}],\
                "quote":"%s","max_slippage_bps":50,"purpose":"GDDS",\
                "refunded":null,"payer":{"name":"L* W**","account":{"number":"***************3445","bank":"A"},"country":null},\
                "payee":{"name":"A*** O****** L**","account":{"number":"********6789","bank":"C"},"country":"US"},\
                "metadata":{"cart":"77"},"created_at":"2026-11-21T12:00:00.000Z","updated_at":"2026-11-21T12:00:00.000Z"}""".formatted(id, quote);
    }
}
