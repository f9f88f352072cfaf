package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.workflows.payment.Decision;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class CancellationTest {
    @Autowired
    private World world;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private ScriptedEngine engine;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @Test
    void recordsThatThePaymentIsWithdrawn() {
        Reply payment = shop.pay();

        Reply reply = shop.cancel(payment.text("/id"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.text("/reason/code")).isEqualTo("cancel_requested");
        assertThat(stored(payment)).isEqualTo(SamplePayments.NOON);
    }

    @Test
    void tellsTheEngineWhoAskedAndWhy() {
        String id = shop.pay().text("/id");

        shop.post("/v1/payments/" + id + "/cancel", "key-1", "{\"reason\": \"out of stock\"}");

        Decision decision =
                new Decision("cancel-" + id, "merchant:" + shop.merchant().value(), "out of stock");
        await().untilAsserted(() -> assertThat(engine.cancellations()).contains(decision));
    }

    @Test
    void takesACancellationWhileTheEngineIsAway() {
        engine.isAway();
        Reply payment = shop.pay();

        assertThat(shop.cancel(payment.text("/id")).status()).isEqualTo(202);
        assertThat(stored(payment)).isNotNull();
    }

    @Test
    void answersARepeatWithTheFirstAnswer() {
        String path = "/v1/payments/" + shop.pay().text("/id") + "/cancel";
        Reply first = shop.post(path, "key-1", "");

        Reply again = shop.post(path, "key-1", "");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesAKeyThatBelongsToAnotherPayment() {
        shop.post("/v1/payments/" + shop.pay().text("/id") + "/cancel", "key-1", "");
        Reply other = shop.pay();

        shop.post("/v1/payments/" + other.text("/id") + "/cancel", "key-1", "")
                .isProblem(422, "idempotency-key-reused");

        assertThat(stored(other)).isNull();
    }

    @Test
    void staysCancelledWhenAskedAgainWithAnotherKey() {
        String id = shop.pay().text("/id");
        shop.cancel(id);

        assertThat(shop.cancel(id).status()).isEqualTo(202);
    }

    @Test
    void cancelsWhatWasCollectedAndConverted() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION).books(Step.CONVERSION);

        assertThat(shop.cancel(payment.text("/id")).status()).isEqualTo(202);
    }

    @Test
    void refusesOnceAPayoutWasInstructed() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION).books(Step.CONVERSION).begins(Step.PAYOUT);

        refuses(payment, "The payment is processing, and its payout was instructed.");
    }

    @Test
    void refusesACompletedPayment() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION).books(Step.CONVERSION).books(Step.PAYOUT);

        refuses(payment, "The payment is completed, and its payout was instructed.");
    }

    @Test
    void refusesAPaymentThatTurnsBackAlready() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION).unwinds();

        refuses(payment, "The payment is refunding.");
    }

    @Test
    void refusesAFailedPayment() {
        Reply payment = shop.pay();
        Life.of(payments, payment).rejects(Step.COLLECTION);

        refuses(payment, "The payment is failed.");
    }

    @Test
    void needsAnIdempotencyKey() {
        Reply payment = shop.pay();

        shop.send(shop.request("/v1/payments/" + payment.text("/id") + "/cancel")
                        .POST(BodyPublishers.noBody()))
                .isProblem(400, "idempotency-key");

        assertThat(stored(payment)).isNull();
    }

    @Test
    void refusesABadReason() {
        Reply payment = shop.pay();
        String path = "/v1/payments/" + payment.text("/id") + "/cancel";

        shop.post(path, "key-1", "{\"reason\": \"%s\"}".formatted("x".repeat(501)))
                .isInvalid("/reason text-length");
        shop.post(path, "key-2", "{\"because\": \"x\"}").isInvalid("/because unknown-field");

        assertThat(stored(payment)).isNull();
    }

    private void refuses(Reply payment, String detail) {
        Reply reply = shop.cancel(payment.text("/id")).isProblem(409, "payment-not-cancellable");
        assertThat(reply.text("/detail")).isEqualTo(detail);
        assertThat(stored(payment)).isNull();
    }

    private Object stored(Reply payment) {
        return payments.get(new PaymentId(payment.text("/id"))).progress().cancelRequestedAt();
    }
}
