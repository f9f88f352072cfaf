package io.portolan.checkout.payments.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPayment;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.domain.ids.Step;
import io.portolan.domain.payment.InMemoryPayments;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;

@ServedApi
class PaymentLookupTest {
    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void showsBothFlowsOfEachLeg() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .settles(Step.COLLECTION)
                .books(Step.TOP_UP)
                .books(Step.CONVERSION)
                .begins(Step.PAYOUT);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.json().at("/reason").isNull()).isTrue();
        assertThat(reply.json().at("/legs").toString()).isEqualTo("""
                [{"leg":"collection","booking":"booked","settlement":"settled","booked_at":"2026-11-21T12:00:01.500Z",\
                "settled_at":"2026-11-21T22:00:00.000Z"},\
                {"leg":"conversion","booking":"booked","settlement":"unsettled","booked_at":"2026-11-21T12:00:01.500Z","settled_at":null},\
                {"leg":"payout","booking":"instructed","settlement":"unsettled","booked_at":null,"settled_at":null}]""");
    }

    @Test
    void showsThatAPaymentIsCompleted() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(Step.COLLECTION)
                .books(Step.CONVERSION)
                .books(Step.PAYOUT);

        assertThat(lookUp(payment).text("/status")).isEqualTo("completed");
    }

    @Test
    void showsWhyAPaymentFailed() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).rejects(Step.COLLECTION);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("failed");
        assertThat(reply.json().at("/reason").toString())
                .isEqualTo("{\"code\":\"AC04\",\"detail\":\"The account is closed.\"}");
        assertThat(reply.text("/legs/0/booking")).isEqualTo("rejected");
        assertThat(reply.json().at("/legs/0/booked_at").isNull()).isTrue();
    }

    @Test
    void showsAParkedPaymentAsProcessingWithItsReason() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).begins(Step.COLLECTION).parks(Step.COLLECTION);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.text("/reason/code")).isEqualTo("outcome-unknown");
        assertThat(reply.text("/legs/0/booking")).isEqualTo("unknown");
    }

    @Test
    void showsAnUnknownTopUpAsAnUnknownConversion() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(Step.COLLECTION)
                .begins(Step.TOP_UP)
                .parks(Step.TOP_UP);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/legs/1/booking")).isEqualTo("unknown");
    }

    @Test
    void showsAConversionThatIsToppedUpAsInstructedAndNotAsBooked() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(Step.COLLECTION).books(Step.TOP_UP);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/legs/1/booking")).isEqualTo("instructed");
        assertThat(reply.json().at("/legs/1/booked_at").isNull()).isTrue();
    }

    @Test
    void showsWhatWasRefunded() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(Step.COLLECTION).unwinds();
        assertThat(lookUp(payment).text("/status")).isEqualTo("refunding");
        assertThat(lookUp(payment).json().at("/refunded").isNull()).isTrue();

        ScriptedPayment.of(payments, payment).books(Step.REFUND);

        ApiReply reply = lookUp(payment);
        assertThat(reply.text("/status")).isEqualTo("refunded");
        assertThat(reply.json().at("/refunded").toString()).isEqualTo("{\"currency\":\"CNY\",\"amount\":720000}");
        assertThat(reply.text("/reason/code")).isEqualTo("no-rate");
    }

    @Test
    void showsThatABankReturnedThePayout() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(Step.COLLECTION)
                .books(Step.CONVERSION)
                .books(Step.PAYOUT)
                .returns();

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("refunding");
        assertThat(reply.text("/reason/code")).isEqualTo("payout_returned");
        assertThat(reply.text("/legs/2/settlement")).isEqualTo("returned");
    }

    @Test
    void hidesAnotherMerchantsPayment(@Autowired ServletWebServerApplicationContext server) {
        String id = client.pay().text("/id");
        MerchantClient other = application.newClient(server);

        ApiReply reply = other.get("/v1/payments/" + id).assertProblem(404, "not-found");
        assertThat(reply.errors()).containsExactly("?id payment-unknown");
        other.get("/v1/payments/" + id + "/events").assertProblem(404, "not-found");
        other.cancel(id).assertProblem(404, "not-found");
        assertThat(other.get("/v1/payments").json().at("/data").isEmpty()).isTrue();
    }

    @Test
    void findsNoPaymentForAMalformedId() {
        client.get("/v1/payments/pay_1").assertProblem(404, "not-found");
        client.get("/v1/payments/pay_00000000000000000000").assertProblem(404, "not-found");
        client.get("/v1/payments/quo_00000000000000000000").assertProblem(404, "not-found");
    }

    @Test
    void listsEventsOldestFirst() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(Step.COLLECTION);

        ApiReply reply = client.get("/v1/payments/" + payment.text("/id") + "/events");

        assertThat(texts(reply, "type"))
                .containsExactly("payment.accepted", "payment.collection.instructed", "payment.collection.booked");
        JsonNode first = reply.json().at("/data/0");
        assertThat(first.path("id").asString()).matches("evt_[0-9A-Z]{20}");
        assertThat(first.path("occurred_at").asString()).isEqualTo("2026-11-21T12:00:00.000Z");
        assertThat(first.path("data").toString()).isEqualTo("{\"order_reference\":\"ORD-1001\"}");
        assertThat(reply.json().at("/next").isNull()).isTrue();
    }

    @Test
    void listsEventsPageByPage() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(Step.COLLECTION);
        String path = "/v1/payments/" + payment.text("/id") + "/events?limit=2";

        ApiReply first = client.get(path);
        ApiReply second = client.get(path + "&after=" + first.text("/next"));

        assertThat(texts(first, "type")).containsExactly("payment.accepted", "payment.collection.instructed");
        assertThat(texts(second, "type")).containsExactly("payment.collection.booked");
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void rejectsAnUnusableEventPage() {
        String path = "/v1/payments/" + client.pay().text("/id") + "/events";

        client.get(path + "?after=7&limit=0").assertInvalid("?after cursor", "?limit number-range");
        client.get(path + "?type=x").assertInvalid("?type unknown-parameter");
    }

    private ApiReply lookUp(ApiReply payment) {
        ApiReply reply = client.get("/v1/payments/" + payment.text("/id"));
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private static List<String> texts(ApiReply reply, String name) {
        return reply.json()
                .at("/data")
                .valueStream()
                .map(item -> item.path(name).asString())
                .toList();
    }
}
