package io.portolan.checkout.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPayment;
import io.portolan.checkout.testing.ScriptedPaymentWorkflows;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.MovementKind;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class CancellationTest {
    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private Decisions decisions;

    @Autowired
    private ScriptedPaymentWorkflows workflows;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void recordsTheCancelRequest() {
        ApiReply payment = client.pay();

        ApiReply reply = client.cancel(payment.text("/id"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.text("/reason/code")).isEqualTo("cancel_requested");
        assertThat(stored(payment)).isEqualTo(SamplePayments.NOON);
    }

    @Test
    void recordsWhoCancelledAndWhyAndThatItIsDone() {
        String id = client.pay().text("/id");

        client.post("/v1/payments/" + id + "/cancel", "key-1", "{\"reason\": \"out of stock\"}");

        RecordedDecision recorded = decisions.of(new PaymentId(id)).getFirst();
        assertThat(recorded.decision()).isInstanceOf(Decision.Cancel.class);
        assertThat(recorded.decision().header().maker())
                .isEqualTo("merchant:" + client.merchant().value());
        assertThat(recorded.decision().header().reason()).isEqualTo("out of stock");
        assertThat(recorded.decision().header().madeAt()).isEqualTo(SamplePayments.NOON);
        assertThat(recorded.status()).isEqualTo(DecisionStatus.APPLIED);
    }

    @Test
    void wakesThePayment() throws InterruptedException {
        String id = client.pay().text("/id");

        client.cancel(id);

        assertThat(workflows.awaitWake(id)).isTrue();
    }

    @Test
    void takesACancellationWhileTemporalIsDown() {
        workflows.becomeUnavailable();
        ApiReply payment = client.pay();

        assertThat(client.cancel(payment.text("/id")).status()).isEqualTo(202);
        assertThat(stored(payment)).isNotNull();
        assertThat(decisions.of(new PaymentId(payment.text("/id")))).hasSize(1);
    }

    @Test
    void answersARepeatWithTheFirstAnswer() {
        String path = "/v1/payments/" + client.pay().text("/id") + "/cancel";
        ApiReply first = client.post(path, "key-1", "");

        ApiReply again = client.post(path, "key-1", "");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void rejectsAKeyThatBelongsToAnotherPayment() {
        client.post("/v1/payments/" + client.pay().text("/id") + "/cancel", "key-1", "");
        ApiReply other = client.pay();

        client.post("/v1/payments/" + other.text("/id") + "/cancel", "key-1", "")
                .assertProblem(422, "idempotency-key-reused");

        assertThat(stored(other)).isNull();
    }

    @Test
    void staysCancelledWhenAskedAgainWithAnotherKey() {
        String id = client.pay().text("/id");
        client.cancel(id);

        assertThat(client.cancel(id).status()).isEqualTo(202);
        assertThat(decisions.of(new PaymentId(id))).hasSize(1);
        assertThat(client.get("/v1/payments/" + id + "/events").body()).containsOnlyOnce("payment.cancel_requested");
    }

    @Test
    void staysCancelledWhenAskedAgainWhileItIsUnwound() {
        ApiReply payment = client.pay();
        ScriptedPayment scripted = ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION);
        client.cancel(payment.text("/id"));
        scripted.unwinds();

        ApiReply again = client.cancel(payment.text("/id"));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("/status")).isEqualTo("refunding");
        assertThat(decisions.of(new PaymentId(payment.text("/id")))).hasSize(1);
    }

    @Test
    void cancelsWhatWasCollectedAndConverted() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION).books(MovementKind.TRADE);

        assertThat(client.cancel(payment.text("/id")).status()).isEqualTo(202);
    }

    @Test
    void rejectsOnceAPayoutWasInstructed() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(MovementKind.COLLECTION)
                .books(MovementKind.TRADE)
                .begins(MovementKind.PAYOUT);

        assertRejected(payment, "It is too late to cancel this payment.");
    }

    @Test
    void rejectsACompletedPayment() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(MovementKind.COLLECTION)
                .books(MovementKind.TRADE)
                .books(MovementKind.PAYOUT);

        assertRejected(payment, "The payment is not in progress.");
    }

    @Test
    void rejectsAPaymentThatIsAlreadyBeingUnwound() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION).unwinds();

        assertRejected(payment, "It is too late to cancel this payment.");
    }

    @Test
    void rejectsAFailedPayment() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).rejects(MovementKind.COLLECTION);

        assertRejected(payment, "The payment is not in progress.");
    }

    @Test
    void needsAnIdempotencyKey() {
        ApiReply payment = client.pay();

        client.send(client.request("/v1/payments/" + payment.text("/id") + "/cancel")
                        .POST(BodyPublishers.noBody()))
                .assertProblem(400, "idempotency-key");

        assertThat(stored(payment)).isNull();
    }

    @Test
    void rejectsABadReason() {
        ApiReply payment = client.pay();
        String path = "/v1/payments/" + payment.text("/id") + "/cancel";

        client.post(path, "key-1", "{\"reason\": \"%s\"}".formatted("x".repeat(501)))
                .assertInvalid("/reason text-length");
        client.post(path, "key-2", "{\"because\": \"x\"}").assertInvalid("/because unknown-field");

        assertThat(stored(payment)).isNull();
    }

    private void assertRejected(ApiReply payment, String detail) {
        ApiReply reply = client.cancel(payment.text("/id")).assertProblem(409, "payment-not-cancellable");
        assertThat(reply.text("/detail")).isEqualTo(detail);
        assertThat(stored(payment)).isNull();
    }

    private Object stored(ApiReply payment) {
        return payments.get(new PaymentId(payment.text("/id"))).state().cancelRequestedAt();
    }
}
