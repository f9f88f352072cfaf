package io.portolan.checkout.payments.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPayment;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.plan.MovementKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;

@ServedApi
class PaymentEventsTest {
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
    void listsEventsOldestFirst() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION);

        ApiReply reply = client.get("/v1/payments/" + payment.text("/id") + "/events");

        assertThat(texts(reply, "type"))
                .containsExactly(
                        "payment.accepted",
                        "payment.planned",
                        "payment.collection.instructed",
                        "payment.collection.booked");
        JsonNode first = reply.json().at("/data/0");
        assertThat(first.path("id").asString()).matches("evt_[0-9A-Z]{20}");
        assertThat(first.path("occurred_at").asString()).isEqualTo("2026-11-21T12:00:00.000Z");
        assertThat(first.path("data").toString()).isEqualTo("{\"order_reference\":\"ORD-1001\"}");
        assertThat(reply.json().at("/next").isNull()).isTrue();
    }

    @Test
    void showsAmountsInEventsAsEverywhere() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).begins(MovementKind.COLLECTION);

        ApiReply reply = client.get("/v1/payments/" + payment.text("/id") + "/events");

        assertThat(reply.json().at("/data/1/data").toString()).isEqualTo("{\"plan\":\"1\",\"purpose\":\"forward\"}");
        assertThat(reply.json().at("/data/2/data/amount").toString())
                .isEqualTo("{\"currency\":\"CNY\",\"amount\":720000}");
    }

    @Test
    void keepsOurOwnBooksOutOfEvents() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .provesExecuted(MovementKind.COLLECTION, Money.of(Currency.of("CNY"), 719_999));

        ApiReply reply = client.get("/v1/payments/" + payment.text("/id") + "/events");

        JsonNode contradicted = reply.json()
                .at("/data")
                .valueStream()
                .filter(event -> event.path("type").asString().equals("payment.contradicted"))
                .findFirst()
                .orElseThrow();
        assertThat(contradicted.path("data").propertyNames()).containsExactly("key");
    }

    @Test
    void listsEventsPageByPage() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION);
        String path = "/v1/payments/" + payment.text("/id") + "/events?limit=2";

        ApiReply first = client.get(path);
        ApiReply second = client.get(path + "&after=" + first.text("/next"));

        assertThat(texts(first, "type")).containsExactly("payment.accepted", "payment.planned");
        assertThat(texts(second, "type")).containsExactly("payment.collection.instructed", "payment.collection.booked");
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void rejectsAnUnusableEventPage() {
        String path = "/v1/payments/" + client.pay().text("/id") + "/events";

        client.get(path + "?after=7&limit=0").assertInvalid("?after cursor", "?limit number-range");
        client.get(path + "?type=x").assertInvalid("?type unknown-parameter");
    }

    private static List<String> texts(ApiReply reply, String name) {
        return reply.json()
                .at("/data")
                .valueStream()
                .map(item -> item.path(name).asString())
                .toList();
    }
}
