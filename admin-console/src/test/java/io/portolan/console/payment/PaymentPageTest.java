package io.portolan.console.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.MovementKind;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class PaymentPageTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture fixture;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void showsEachInstructionWithItsKeyItsWindowItsAnswerAndWhoSaidSo() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").complete();

        assertThat(page(scenario))
                .contains("Collection, plan 1, attempt 1 " + scenario.id() + "/1/1/1 Times")
                .contains("Sent until 21 Nov 11:52:00 Honoured until 21 Nov 11:57:00 Awaited until 24 Nov 11:50:00")
                .contains("Booked said by the bank 21 Nov 11:50:00 \u2192 21 Nov 11:50:03 2.3 s")
                .contains("Unsettled 9 min so far")
                .containsPattern("Payout, plan 1, attempt 1 .* 994\\.50 USD .* Settled 21 Nov 12:32:12 42 min");
    }

    @Test
    void showsRejectionsUncertaintyAndReturns() {
        PaymentScenario returned = fixture.newPayment("ORD-1").complete();
        returned.returnPayout(
                Money.parse(returned.payment().price().destination().currency(), "969.50"));

        assertThat(page(returned)).contains("Returned", "969.50 USD was returned");
        assertThat(page(fixture.newPayment("ORD-2").fail()))
                .contains("Rejected", "Nothing moved", "ac04: The account was closed")
                .contains("Recorded reason: The account was closed");
        assertThat(page(fixture.newPayment("ORD-3").parkUnknown(MovementKind.COLLECTION)))
                .contains("Unknown", "The bank did not answer inside the poll window");
    }

    @Test
    void showsEveryEntryWithBalancesAndThatEachCurrencySumsToZero() {
        String page = page(fixture.newPayment("ORD-1").convert());

        assertThat(page)
                .contains("CNY debits 28,692.00 credits 28,692.00 difference 0.00 balanced")
                .contains("USD debits 1,989.00 credits 1,989.00 difference 0.00 balanced")
                .contains("Collection booked 7,200.00 \u2212 7,200.00 = 0.00 CNY")
                .contains("In transit at bank B IN_TRANSIT:B:CNY #1 7,200.00 CNY 0.00 7,200.00 Dr")
                .contains("Payable to merchant acme PAYABLE:acme:CNY #1 7,200.00 CNY 0.00 7,200.00 Cr");
    }

    @Test
    void masksPayerAndPayee() {
        String page = html(fixture.newPayment("ORD-1").complete());

        assertThat(page)
                .contains(
                        "L* W**",
                        "\u2022\u2022\u2022\u2022 3445 at A",
                        "A*** O****** L**",
                        "\u2022\u2022\u2022\u2022 6789 at C")
                .doesNotContain("Li Wei", "6222020200112233445", "Acme Outdoor", "000123456789", "Main Street");
    }

    @Test
    void linksToTheWorkflowInTemporal() {
        PaymentScenario scenario = fixture.newPayment("ORD-1");

        assertThat(html(scenario))
                .contains("href=\"http://127.0.0.1:8233/namespaces/default/workflows/" + scenario.id())
                .contains("rel=\"noopener noreferrer\"");
    }

    @Test
    void readsItselfAgainWhenItChanges() {
        PaymentScenario scenario = fixture.newPayment("ORD-1");

        assertThat(html(scenario))
                .contains("data-stream=\"/console/live?payment=" + scenario.id())
                .contains("hx-get=\"/console/payments/" + scenario.id(), "payment-changed from:body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay_01M7YSJS7W32PVMR6J7N", "pay_nope", "%22%3E%3Cscript%3E"})
    void showsANotFoundPageForAnUnknownPayment(String id) {
        assertThat(mvc.get().uri(URI.create("/console/payments/" + id)).with(TestUsers.viewer()))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no payment with this id", "All payments", "class=\"site-header\"");
    }

    private String page(PaymentScenario scenario) {
        return PageText.visibleText(html(scenario));
    }

    private String html(PaymentScenario scenario) {
        return PageText.html(mvc.get()
                .uri("/console/payments/{id}", scenario.id())
                .with(TestUsers.viewer())
                .exchange());
    }
}
