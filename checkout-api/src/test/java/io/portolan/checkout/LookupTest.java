package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.InMemoryPayments;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;

@ServedApi
class LookupTest {
    @Autowired
    private World world;

    @Autowired
    private InMemoryPayments payments;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @Test
    void showsBothFlowsOfEachLeg() {
        Reply payment = shop.pay();
        Life.of(payments, payment)
                .settles(Step.COLLECTION)
                .books(Step.TOP_UP)
                .books(Step.CONVERSION)
                .begins(Step.PAYOUT);

        Reply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.json().at("/reason").isNull()).isTrue();
        assertThat(reply.json().at("/legs").toString()).isEqualTo("""
                [{"leg":"collection","information":"booked","funds":"settled","booked_at":"2026-11-21T12:00:01.500Z",\
                "settled_at":"2026-11-21T22:00:00.000Z"},\
                {"leg":"conversion","information":"booked","funds":"unsettled","booked_at":"2026-11-21T12:00:01.500Z","settled_at":null},\
                {"leg":"payout","information":"instructed","funds":"unsettled","booked_at":null,"settled_at":null}]""");
    }

    @Test
    void showsThatAPaymentIsCompleted() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION).books(Step.CONVERSION).books(Step.PAYOUT);

        assertThat(lookUp(payment).text("/status")).isEqualTo("completed");
    }

    @Test
    void showsWhyAPaymentFailed() {
        Reply payment = shop.pay();
        Life.of(payments, payment).rejects(Step.COLLECTION);

        Reply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("failed");
        assertThat(reply.json().at("/reason").toString())
                .isEqualTo("{\"code\":\"AC04\",\"detail\":\"The account is closed.\"}");
        assertThat(reply.text("/legs/0/information")).isEqualTo("rejected");
        assertThat(reply.json().at("/legs/0/booked_at").isNull()).isTrue();
    }

    @Test
    void showsAParkedPaymentAsProcessingWithItsReason() {
        Reply payment = shop.pay();
        Life.of(payments, payment).begins(Step.COLLECTION).parks(Step.COLLECTION);

        Reply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.text("/reason/code")).isEqualTo("outcome-unknown");
        assertThat(reply.text("/legs/0/information")).isEqualTo("unknown");
    }

    @Test
    void showsAnUnknownTopUpAsAnUnknownConversion() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION).begins(Step.TOP_UP).parks(Step.TOP_UP);

        Reply reply = lookUp(payment);

        assertThat(reply.text("/legs/1/information")).isEqualTo("unknown");
    }

    @Test
    void showsAConversionThatIsToppedUpAsInstructedAndNotAsBooked() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION).books(Step.TOP_UP);

        Reply reply = lookUp(payment);

        assertThat(reply.text("/legs/1/information")).isEqualTo("instructed");
        assertThat(reply.json().at("/legs/1/booked_at").isNull()).isTrue();
    }

    @Test
    void showsWhatWasRefunded() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION).unwinds();
        assertThat(lookUp(payment).text("/status")).isEqualTo("refunding");
        assertThat(lookUp(payment).json().at("/refunded").isNull()).isTrue();

        Life.of(payments, payment).books(Step.REFUND);

        Reply reply = lookUp(payment);
        assertThat(reply.text("/status")).isEqualTo("refunded");
        assertThat(reply.json().at("/refunded").toString()).isEqualTo("{\"currency\":\"CNY\",\"amount\":720000}");
        assertThat(reply.text("/reason/code")).isEqualTo("no-rate");
    }

    @Test
    void showsThatABankReturnedThePayout() {
        Reply payment = shop.pay();
        Life.of(payments, payment)
                .books(Step.COLLECTION)
                .books(Step.CONVERSION)
                .books(Step.PAYOUT)
                .returns();

        Reply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("refunding");
        assertThat(reply.text("/reason/code")).isEqualTo("payout_returned");
        assertThat(reply.text("/legs/2/funds")).isEqualTo("returned");
    }

    @Test
    void hidesAnotherMerchantsPayment(@Autowired ServletWebServerApplicationContext server) {
        String id = shop.pay().text("/id");
        Shop other = world.openShop(server);

        Reply reply = other.get("/v1/payments/" + id).isProblem(404, "not-found");
        assertThat(reply.errors()).containsExactly("?id payment-unknown");
        other.get("/v1/payments/" + id + "/events").isProblem(404, "not-found");
        other.cancel(id).isProblem(404, "not-found");
        assertThat(other.get("/v1/payments").json().at("/data").isEmpty()).isTrue();
    }

    @Test
    void knowsNoPaymentOfAMalformedId() {
        shop.get("/v1/payments/pay_1").isProblem(404, "not-found");
        shop.get("/v1/payments/pay_00000000000000000000").isProblem(404, "not-found");
        shop.get("/v1/payments/quo_00000000000000000000").isProblem(404, "not-found");
    }

    @Test
    void tellsWhatHappenedOldestFirst() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION);

        Reply reply = shop.get("/v1/payments/" + payment.text("/id") + "/events");

        assertThat(texts(reply, "type"))
                .containsExactly("payment.accepted", "payment.collection.instructed", "payment.collection.booked");
        JsonNode first = reply.json().at("/data/0");
        assertThat(first.path("id").asString()).matches("evt_[0-9A-Z]{20}");
        assertThat(first.path("occurred_at").asString()).isEqualTo("2026-11-21T12:00:00.000Z");
        assertThat(first.path("data").toString()).isEqualTo("{\"order_reference\":\"ORD-1001\"}");
        assertThat(reply.json().at("/next").isNull()).isTrue();
    }

    @Test
    void tellsEventsPageByPage() {
        Reply payment = shop.pay();
        Life.of(payments, payment).books(Step.COLLECTION);
        String path = "/v1/payments/" + payment.text("/id") + "/events?limit=2";

        Reply first = shop.get(path);
        Reply second = shop.get(path + "&after=" + first.text("/next"));

        assertThat(texts(first, "type")).containsExactly("payment.accepted", "payment.collection.instructed");
        assertThat(texts(second, "type")).containsExactly("payment.collection.booked");
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void refusesAnUnusableEventPage() {
        String path = "/v1/payments/" + shop.pay().text("/id") + "/events";

        shop.get(path + "?after=7&limit=0").isInvalid("?after after", "?limit number-range");
        shop.get(path + "?type=x").isInvalid("?type unknown-parameter");
    }

    private Reply lookUp(Reply payment) {
        Reply reply = shop.get("/v1/payments/" + payment.text("/id"));
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private static List<String> texts(Reply reply, String name) {
        return reply.json()
                .at("/data")
                .valueStream()
                .map(item -> item.path(name).asString())
                .toList();
    }
}
