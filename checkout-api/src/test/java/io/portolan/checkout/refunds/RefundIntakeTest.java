package io.portolan.checkout.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPayment;
import io.portolan.checkout.testing.ScriptedPaymentWorkflows;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Purpose;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class RefundIntakeTest {
    private static final String A_PART = """
            {"amount": {"currency": "CNY", "amount": 100000}, "reason": "goods_returned"}""";

    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private ScriptedPaymentWorkflows workflows;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void acceptsARefundAndSaysWhereItIs() {
        String id = completed();

        ApiReply reply = client.refund(id, A_PART);

        String refund = reply.text("/id");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).isEqualTo("/v1/refunds/" + refund);
        assertThat(reply.body()).isEqualTo("""
                {"id":"%s","payment":"%s","amount":{"currency":"CNY","amount":100000},"reason":"goods_returned",\
                "status":"processing","cost":{"currency":"CNY","amount":100000},"created_at":"2026-11-21T12:00:00.000Z"}""".formatted(refund, id));
        assertThat(client.get(reply.header("Location")).body()).isEqualTo(reply.body());
    }

    @Test
    void storesThePlanOfTheRefundAndWakesThePayment() throws InterruptedException {
        String id = completed();

        client.refund(id, A_PART);

        Payment payment = stored(id);
        assertThat(payment.currentPlan().orElseThrow().purpose()).isEqualTo(Purpose.REFUND);
        assertThat(client.get("/v1/payments/" + id).text("/status")).isEqualTo("refunding");
        assertThat(workflows.awaitWake(id)).isTrue();
    }

    @Test
    void refundsTheRestForTheUsualReasonIfNothingIsSaid() {
        String id = completed();
        client.refund(id, A_PART);

        ApiReply rest = client.refund(id, "");

        assertThat(rest.json().at("/amount/amount").longValue()).isEqualTo(620_000);
        assertThat(rest.text("/reason")).isEqualTo("requested_by_customer");
        assertThat(stored(id).refundable().isZero()).isTrue();
    }

    @Test
    void acceptsAFurtherRefundBeforeTheFirstIsDone() {
        String id = completed();
        client.refund(id, A_PART);
        ScriptedPayment.of(payments, client.get("/v1/payments/" + id)).begins(MovementKind.REFUND);

        assertThat(client.refund(id, A_PART).status()).isEqualTo(202);
        assertThat(stored(id).state().refunds()).hasSize(2);
    }

    @Test
    void answersARepeatWithTheFirstAnswer() {
        String id = completed();
        String path = "/v1/payments/" + id + "/refunds";
        ApiReply first = client.post(path, "key-1", A_PART);

        ApiReply again = client.post(path, "key-1", A_PART);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(stored(id).state().refunds()).hasSize(1);
    }

    @Test
    void rejectsAKeyThatBelongsToAnotherRefund() {
        String path = "/v1/payments/" + completed() + "/refunds";
        client.post(path, "key-1", A_PART);

        client.post(path, "key-1", "").assertProblem(422, "idempotency-key-reused");
    }

    @Test
    void needsAnIdempotencyKey() {
        String id = completed();

        client.send(client.request("/v1/payments/" + id + "/refunds").POST(BodyPublishers.noBody()))
                .assertProblem(400, "idempotency-key");

        assertThat(stored(id).state().refunds()).isEmpty();
    }

    @Test
    void rejectsAPaymentThatIsNotCompleted() {
        ApiReply payment = client.pay();

        assertNotRefundable(
                client.refund(payment.text("/id"), ""),
                "The payment is processing; only a completed payment can be refunded.");

        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION).unwinds();
        assertNotRefundable(
                client.refund(payment.text("/id"), ""),
                "The payment is refunding; only a completed payment can be refunded.");
    }

    @Test
    void rejectsAPaymentWhosePayoutCameBack() {
        String id = completed();
        client.refund(id, A_PART);
        ScriptedPayment.of(payments, client.get("/v1/payments/" + id)).returns();

        client.refund(id, A_PART).assertProblem(409, "payment-not-refundable");
    }

    @Test
    void rejectsAPaymentOfWhichNothingIsLeft() {
        String id = completed();
        client.refund(id, "");
        assertNotRefundable(client.refund(id, A_PART), "Nothing of the payment is left to refund.");

        ScriptedPayment.of(payments, client.get("/v1/payments/" + id)).books(MovementKind.REFUND);
        assertThat(client.get("/v1/payments/" + id).text("/status")).isEqualTo("refunded");
        assertNotRefundable(client.refund(id, ""), "Nothing of the payment is left to refund.");
    }

    @Test
    void rejectsMoreThanTwentyParts() {
        String id = completed();
        for (int part = 0; part < 20; part++) {
            client.refund(id, "{\"amount\": {\"currency\": \"CNY\", \"amount\": 1}}");
        }

        assertNotRefundable(
                client.refund(id, ""), "The payment was refunded in 20 parts, and cannot be refunded in more.");
        assertThat(stored(id).state().refunds()).hasSize(20);
    }

    @Test
    void rejectsMoreThanIsLeftAndSaysHowMuchThatIs() {
        String id = completed();
        client.refund(id, A_PART);

        ApiReply reply = client.refund(id, "{\"amount\": {\"currency\": \"CNY\", \"amount\": 620001}}")
                .assertInvalid("/amount/amount refund-exceeds-rest");

        assertThat(reply.text("/errors/0/detail")).isEqualTo("Must be at most 620000: 6200.00 CNY is left to refund.");
        assertThat(stored(id).state().refunds()).hasSize(1);
    }

    @Test
    void rejectsAnotherCurrencyThanTheBuyerPaid() {
        String id = completed();

        client.refund(id, "{\"amount\": {\"currency\": \"USD\", \"amount\": 1}}")
                .assertInvalid("/amount/currency refund-currency");

        assertThat(stored(id).state().refunds()).isEmpty();
    }

    @Test
    void rejectsABadBody() {
        String id = completed();

        client.refund(id, "{\"amount\": {\"currency\": \"CNY\", \"amount\": 0}}")
                .assertInvalid("/amount/amount amount-positive");
        client.refund(id, "{\"amount\": {\"currency\": \"CNY\"}, \"reason\": \"bored\", \"note\": \"x\"}")
                .assertInvalid("/amount/amount required", "/reason refund-reason", "/note unknown-field");

        assertThat(stored(id).state().refunds()).isEmpty();
    }

    @Test
    void recordsTheReasonOfTheMerchant() {
        String id = completed();

        client.refund(id, "{\"reason\": \"duplicate\"}");

        assertThat(stored(id).state().refunds().stream().map(Refund::reason)).containsExactly("duplicate");
    }

    private String completed() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).completes();
        return payment.text("/id");
    }

    private Payment stored(String id) {
        return payments.get(new PaymentId(id));
    }

    private static void assertNotRefundable(ApiReply reply, String detail) {
        assertThat(reply.assertProblem(409, "payment-not-refundable").text("/detail"))
                .isEqualTo(detail);
    }
}
