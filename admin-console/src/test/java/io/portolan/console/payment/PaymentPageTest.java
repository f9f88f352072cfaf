package io.portolan.console.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.ids.Step;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.payment.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<Arguments> everyStage() {
        return Stream.concat(forward(), endedUnwoundAndParked());
    }

    private static Stream<Arguments> forward() {
        return Stream.of(
                situation("Accepted", "is waiting for its workflow to start", scenario -> scenario),
                situation("Collecting", "was sent to bank B", scenario -> scenario.instruct(Step.COLLECTION)),
                situation("Collecting", "The collection is booked", scenario -> scenario.book(Step.COLLECTION)),
                situation(
                        "Converting",
                        "The conversion of 7,164.00 CNY is about to be sent to bank D",
                        scenario -> scenario.book(Step.COLLECTION).book(Step.TOP_UP)),
                situation(
                        "Paying out",
                        "The payout of 994.50 USD was sent",
                        scenario -> scenario.convert().instruct(Step.PAYOUT)),
                situation(
                        "Completed",
                        "has not settled yet",
                        scenario -> scenario.convert().book(Step.PAYOUT)),
                situation("Completed", "If the payee\u2019s bank returns", PaymentScenario::complete));
    }

    private static Stream<Arguments> endedUnwoundAndParked() {
        return Stream.of(
                situation("Unwinding", "The reversal of 994.50 USD is under way", PaymentPageTest::startUnwind),
                situation(
                        "Returned",
                        "The buyer was refunded 7,200.00 CNY",
                        scenario -> startUnwind(scenario).book(Step.REVERSAL).book(Step.REFUND)),
                situation(
                        "Failed",
                        "No money moved",
                        scenario -> scenario.reject(Step.COLLECTION, PaymentScenario.ACCOUNT_CLOSED)),
                situation(
                        "Cancelled",
                        "before any money moved",
                        scenario -> scenario.requestCancel().conclude(Stage.CANCELLED, PaymentScenario.ACCOUNT_CLOSED)),
                situation("Accepted", "Cancellation has been requested", PaymentScenario::requestCancel),
                situation(
                        "Parked",
                        "neither sent again nor unwound",
                        scenario -> scenario.convert()
                                .leaveUnanswered(Step.PAYOUT)
                                .park(Step.PAYOUT, PaymentScenario.NO_ANSWER, null)),
                situation(
                        "Parked",
                        "If nobody acts before the deadline",
                        scenario -> scenario.convert()
                                .reject(Step.PAYOUT, PaymentScenario.WRONG_ACCOUNT)
                                .park(Step.PAYOUT, PaymentScenario.WRONG_ACCOUNT, Duration.ofDays(1))),
                situation(
                        "Parked",
                        "Nothing until an operator retries the refund.",
                        scenario -> startUnwind(scenario)
                                .book(Step.REVERSAL)
                                .reject(Step.REFUND, PaymentScenario.ACCOUNT_CLOSED)
                                .park(Step.REFUND, PaymentScenario.ACCOUNT_CLOSED, null)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyStage")
    void showsTheStageAndWhatHappensNext(String stage, String next, UnaryOperator<PaymentScenario> steps) {
        String page = page(steps.apply(fixture.newPayment("ORD-1001")));

        assertThat(page).contains("ORD-1001 " + stage + " Merchant sees", next);
        assertThat(page)
                .contains("What happens next", "Booking and settlement", "Ledger entries", "Bank calls", "Timeline");
    }

    @Test
    void showsBookingAndSettlementOfEachAttemptWithTheirTimesAndTheGap() {
        String page = page(fixture.newPayment("ORD-1").complete());

        assertThat(page)
                .contains("Collection, attempt 1 7,200.00 CNY Booked 21 Nov 11:50:00 \u2192 21 Nov 11:50:03 2.3 s")
                .contains("Top-up, attempt 1 7,164.00 CNY")
                .contains("Unsettled 9 min so far")
                .containsPattern("Payout, attempt 1 994\\.50 USD .* Settled 21 Nov 12:32:12 42 min");
    }

    @Test
    void showsRejectionsUncertaintyAndReturns() {
        PaymentScenario returned = fixture.newPayment("ORD-1").complete();
        returned.returnPayout(
                Money.parse(returned.payment().price().destination().currency(), "969.50"));

        assertThat(page(returned)).contains("Returned", "969.50 USD was returned");
        assertThat(page(fixture.newPayment("ORD-2").reject(Step.COLLECTION, PaymentScenario.ACCOUNT_CLOSED)))
                .contains("Rejected", "Nothing moved", "AC04: The account was closed")
                .contains("Recorded reason: The account was closed");
        assertThat(page(fixture.newPayment("ORD-3")
                        .leaveUnanswered(Step.COLLECTION)
                        .park(Step.COLLECTION, PaymentScenario.NO_ANSWER, null)))
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
    void showsTheUnwindPlanAndItsEntries() {
        String page = page(startUnwind(fixture.newPayment("ORD-1")).instruct(Step.REVERSAL));

        assertThat(page)
                .contains("Unwind plan AC04: The account was closed")
                .contains("Reversal 994.50 USD Instructed Refund 7,200.00 CNY Not started")
                .contains("994.50 USD is sold back for 7,110.67 CNY at 7.15.")
                .contains("\u221253.33 CNY We bear the loss.")
                .contains("5 planned ledger entries", "FX loss FX_LOSS:house:CNY 53.33 CNY");
    }

    @Test
    void showsEveryBankCallAndEveryDecision() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").leaveUnanswered(Step.COLLECTION);
        fixture.decisions.add(new Decision.Retry(
                new DecisionHeader("act_1", scenario.id(), "ada", "the bank is <b>back</b>", ConsoleFixture.NOW)));

        String page = page(scenario);

        assertThat(page)
                .contains("Collection, attempt 1 Instruction 1 850 ms Taken C")
                .contains("Collection, attempt 1 Inquiry 3 1.9 s Unknown the bank answered 503")
                .contains("Retried by ada \u201cthe bank is &lt;b&gt;back&lt;/b&gt;\u201d");
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

    private static PaymentScenario startUnwind(PaymentScenario scenario) {
        return scenario.convert()
                .reject(Step.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.15");
    }

    private static Arguments situation(String stage, String next, UnaryOperator<PaymentScenario> steps) {
        return Arguments.of(stage, next, steps);
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
