package io.portolan.checkout.payments.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPayment;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.checkout.testing.SettableClock;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class PaymentListingTest {
    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private SettableClock clock;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void listsNewestFirstPageByPage() {
        List<String> made = pay(5);

        List<String> listed = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            ApiReply page = client.get("/v1/payments?limit=2" + after);
            listed.addAll(ids(page));
            after = page.json().at("/next").isNull() ? null : "&after=" + page.text("/next");
            pages++;
        } while (after != null);

        assertThat(pages).isEqualTo(3);
        assertThat(listed)
                .containsExactlyElementsOf(made.stream().sorted().toList().reversed());
    }

    @Test
    void endsAfterAFullLastPage() {
        pay(2);

        assertThat(client.get("/v1/payments?limit=2").json().at("/next").isNull())
                .isTrue();
    }

    @Test
    void listsFiftyUnlessToldOtherwise() {
        pay(51);

        assertThat(ids(client.get("/v1/payments"))).hasSize(50);
        assertThat(ids(client.get("/v1/payments?limit=200"))).hasSize(51);
    }

    @Test
    void filtersByStatus() {
        String failed = pay(1).getFirst();
        ScriptedPayment.of(payments, client.get("/v1/payments/" + failed)).fails();
        String processing = pay(1).getFirst();

        assertThat(ids(client.get("/v1/payments?status=failed"))).containsExactly(failed);
        assertThat(ids(client.get("/v1/payments?status=processing"))).containsExactly(processing);
        assertThat(ids(client.get("/v1/payments?status=completed"))).isEmpty();
        assertThat(ids(client.get("/v1/payments?status=requires_confirmation"))).isEmpty();
    }

    @Test
    void distinguishesParkedForwardPaymentsFromParkedUnwinds() {
        String forward = pay(1).getFirst();
        ScriptedPayment.of(payments, client.get("/v1/payments/" + forward))
                .begins(MovementKind.COLLECTION)
                .parks(MovementKind.COLLECTION);
        List<String> back = pay(3);
        back.forEach(id -> ScriptedPayment.of(payments, client.get("/v1/payments/" + id))
                .books(MovementKind.COLLECTION)
                .unwinds()
                .begins(MovementKind.REFUND)
                .parks(MovementKind.REFUND));

        assertThat(ids(client.get("/v1/payments?status=processing&limit=1"))).containsExactly(forward);
        assertThat(ids(client.get("/v1/payments?status=refunding"))).containsExactlyInAnyOrderElementsOf(back);
    }

    @Test
    void filtersByOrderReference() {
        pay(1);
        String other = client.pay(MerchantClient.order(client.quote()).replace("ORD-1001", "ORD 2/ä"))
                .text("/id");

        assertThat(ids(client.get("/v1/payments?order_reference=ORD%202/%C3%A4")))
                .containsExactly(other);
    }

    @Test
    void filtersByTime() {
        String noon = pay(1).getFirst();
        clock.advance(Duration.ofMinutes(1));
        String later = pay(1).getFirst();

        assertThat(ids(client.get("/v1/payments?created_after=2026-11-21T12:01:00.000Z")))
                .containsExactly(later);
        assertThat(ids(client.get("/v1/payments?created_before=2026-11-21T12:01:00.000Z")))
                .containsExactly(noon);
        assertThat(ids(client.get("/v1/payments?created_after=2026-11-21T20:00:00%2B08:00")))
                .hasSize(2);
    }

    @Test
    void rejectsFiltersItDoesNotUnderstand() {
        client.get(
                        "/v1/payments?status=done&created_after=yesterday&created_before=2026-11-21&limit=201&after=x&state=1&order_reference=")
                .assertInvalid(
                        "?status status-unknown",
                        "?created_after time-format",
                        "?created_before time-format",
                        "?limit number-range",
                        "?after cursor",
                        "?state unknown-parameter",
                        "?order_reference text-format");
    }

    @Test
    void rejectsAParameterGivenTwice() {
        client.get("/v1/payments?limit=1&limit=2").assertInvalid("?limit given-once");
    }

    private List<String> pay(int times) {
        return IntStream.range(0, times).mapToObj(_ -> client.pay().text("/id")).toList();
    }

    private static List<String> ids(ApiReply page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json()
                .at("/data")
                .valueStream()
                .map(payment -> payment.path("id").asString())
                .toList();
    }
}
