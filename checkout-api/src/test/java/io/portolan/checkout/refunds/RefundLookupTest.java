package io.portolan.checkout.refunds;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class RefundLookupTest {
    private static final String A_PART = "{\"amount\": {\"currency\": \"CNY\", \"amount\": 100000}}";

    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    private MerchantClient client;
    private ApiReply payment;
    private ScriptedPayment scripted;

    @BeforeEach
    void complete(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
        payment = client.pay();
        scripted = ScriptedPayment.of(payments, payment).completes();
    }

    @Test
    void showsThatARefundIsCompleted() {
        ApiReply refund = refund();
        scripted.books(MovementKind.REFUND);

        assertThat(lookUp(refund).text("/status")).isEqualTo("completed");
        ApiReply refunded = client.get("/v1/payments/" + payment.text("/id"));
        assertThat(refunded.text("/status")).isEqualTo("completed");
        assertThat(refunded.json().at("/refunded").toString()).isEqualTo("{\"currency\":\"CNY\",\"amount\":100000}");
        assertThat(refunded.json().at("/reason").isNull()).isTrue();
    }

    @Test
    void addsUpAllRefundsOfAPayment() {
        refund();
        scripted.books(MovementKind.REFUND);
        refund();
        scripted.books(MovementKind.REFUND);

        assertThat(client.get("/v1/payments/" + payment.text("/id"))
                        .json()
                        .at("/refunded/amount")
                        .longValue())
                .isEqualTo(200_000);
    }

    @Test
    void showsARejectedRefundAsProcessingWhileAPersonLooksAtIt() {
        ApiReply refund = refund();
        scripted.rejects(MovementKind.REFUND);

        assertThat(lookUp(refund).text("/status")).isEqualTo("processing");
        ApiReply parked = client.get("/v1/payments/" + payment.text("/id"));
        assertThat(parked.text("/status")).isEqualTo("refunding");
        assertThat(parked.text("/reason/code")).isEqualTo("AC04");
    }

    @Test
    void showsThatARefundIsGivenUp() {
        ApiReply refund = refund();
        scripted.provesExecuted(MovementKind.REFUND, Money.of(Currency.of("CNY"), 90_000));

        assertThat(lookUp(refund).text("/status")).isEqualTo("failed");
    }

    @Test
    void listsNewestFirstPageByPage() {
        List<String> made =
                IntStream.range(0, 5).mapToObj(_ -> refund().text("/id")).toList();

        List<String> listed = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            ApiReply page = client.get(path() + "?limit=2" + after);
            page.json()
                    .at("/data")
                    .valueStream()
                    .forEach(refund -> listed.add(refund.path("id").asString()));
            after = page.json().at("/next").isNull() ? null : "&after=" + page.text("/next");
            pages++;
        } while (after != null);

        assertThat(pages).isEqualTo(3);
        assertThat(listed)
                .containsExactlyElementsOf(made.stream().sorted().toList().reversed());
    }

    @Test
    void endsAfterAFullLastPage() {
        refund();

        assertThat(client.get(path() + "?limit=1").json().at("/next").isNull()).isTrue();
    }

    @Test
    void listsNothingOfAPaymentThatWasNeverRefunded() {
        assertThat(client.get(path()).body()).isEqualTo("{\"data\":[],\"next\":null}");
    }

    @Test
    void rejectsAnUnusablePage() {
        client.get(path() + "?after=7&limit=0").assertInvalid("?after cursor", "?limit number-range");
        client.get(path() + "?status=failed").assertInvalid("?status unknown-parameter");
        client.get("/v1/refunds/" + refund().text("/id") + "?x=1").assertInvalid("?x unknown-parameter");
    }

    @Test
    void hidesAnotherMerchantsRefund(@Autowired ServletWebServerApplicationContext server) {
        ApiReply refund = refund();
        MerchantClient other = application.newClient(server);

        ApiReply reply = other.get("/v1/refunds/" + refund.text("/id")).assertProblem(404, "not-found");
        assertThat(reply.errors()).containsExactly("?id refund-unknown");
        other.get(path()).assertProblem(404, "not-found");
        other.refund(payment.text("/id"), A_PART).assertProblem(404, "not-found");
    }

    @Test
    void findsNoRefundForAMalformedId() {
        client.get("/v1/refunds/ref_1").assertProblem(404, "not-found");
        client.get("/v1/refunds/ref_00000000000000000000").assertProblem(404, "not-found");
        client.get("/v1/refunds/" + payment.text("/id")).assertProblem(404, "not-found");
    }

    private ApiReply refund() {
        ApiReply reply = client.refund(payment.text("/id"), A_PART);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply;
    }

    private ApiReply lookUp(ApiReply refund) {
        return client.get("/v1/refunds/" + refund.text("/id"));
    }

    private String path() {
        return "/v1/payments/" + payment.text("/id") + "/refunds";
    }
}
