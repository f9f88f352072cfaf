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
    private ConsoleFixture world;

    @BeforeEach
    void reset() {
        world.reset();
    }

    static Stream<Arguments> everyStage() {
        return Stream.concat(forward(), endedUnwoundAndParked());
    }

    private static Stream<Arguments> forward() {
        return Stream.of(
                situation("Accepted", "waits for the workflow engine", story -> story),
                situation("Collecting", "was sent to bank B", story -> story.instruct(Step.COLLECTION)),
                situation("Collecting", "The collection is booked", story -> story.book(Step.COLLECTION)),
                situation(
                        "Converting",
                        "The conversion of 7,164.00 CNY is about to be sent to bank D",
                        story -> story.book(Step.COLLECTION).book(Step.TOP_UP)),
                situation(
                        "Paying out",
                        "The payout of 994.50 USD was sent",
                        story -> story.convert().instruct(Step.PAYOUT)),
                situation(
                        "Completed",
                        "its funds have yet to settle",
                        story -> story.convert().book(Step.PAYOUT)),
                situation("Completed", "If the payee\u2019s bank returns", PaymentScenario::complete));
    }

    private static Stream<Arguments> endedUnwoundAndParked() {
        return Stream.of(
                situation("Unwinding", "The reversal of 994.50 USD is under way", PaymentPageTest::startUnwind),
                situation(
                        "Returned",
                        "The buyer was refunded 7,200.00 CNY",
                        story -> startUnwind(story).book(Step.REVERSAL).book(Step.REFUND)),
                situation(
                        "Failed",
                        "No money moved",
                        story -> story.reject(Step.COLLECTION, PaymentScenario.ACCOUNT_CLOSED)),
                situation(
                        "Cancelled",
                        "withdrawn before anything moved",
                        story -> story.requestCancel().conclude(Stage.CANCELLED, PaymentScenario.ACCOUNT_CLOSED)),
                situation("Accepted", "A cancellation was asked for", PaymentScenario::requestCancel),
                situation(
                        "Parked",
                        "neither sent again nor undone",
                        story -> story.convert()
                                .leaveUnanswered(Step.PAYOUT)
                                .park(Step.PAYOUT, PaymentScenario.NO_ANSWER, null)),
                situation(
                        "Parked",
                        "If nobody does so before the deadline",
                        story -> story.convert()
                                .reject(Step.PAYOUT, PaymentScenario.WRONG_ACCOUNT)
                                .park(Step.PAYOUT, PaymentScenario.WRONG_ACCOUNT, Duration.ofDays(1))),
                situation(
                        "Parked",
                        "retries the refund",
                        story -> startUnwind(story)
                                .book(Step.REVERSAL)
                                .reject(Step.REFUND, PaymentScenario.ACCOUNT_CLOSED)
                                .park(Step.REFUND, PaymentScenario.ACCOUNT_CLOSED, null)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyStage")
    void saysWhereItIsAndWhatHappensNext(String stage, String next, UnaryOperator<PaymentScenario> telling) {
        String page = page(telling.apply(world.newPayment("ORD-1001")));

        assertThat(page).contains("ORD-1001 " + stage + " the merchant sees", next);
        assertThat(page).contains("What happens next", "Both flows", "Ledger entries", "Bank calls", "Timeline");
    }

    @Test
    void showsBothFlowsOfEachAttemptWithTheirTimesAndTheGap() {
        String page = page(world.newPayment("ORD-1").complete());

        assertThat(page)
                .contains("Collection, attempt 1 7,200.00 CNY Booked 21 Nov 11:50:00 \u2192 21 Nov 11:50:03 2.3 s")
                .contains("Top-up, attempt 1 7,164.00 CNY")
                .contains("Unsettled open for 9 min")
                .containsPattern("Payout, attempt 1 994\\.50 USD .* Settled 21 Nov 12:32:12 42 min");
    }

    @Test
    void showsRejectionsUncertaintyAndReturns() {
        PaymentScenario back = world.newPayment("ORD-1").complete();
        back.returnPayout(Money.parse(back.payment().price().destination().currency(), "969.50"));

        assertThat(page(back)).contains("Returned", "969.50 USD came back");
        assertThat(page(world.newPayment("ORD-2").reject(Step.COLLECTION, PaymentScenario.ACCOUNT_CLOSED)))
                .contains("Rejected", "Nothing moved", "AC04: The account was closed")
                .contains("Reason on record: The account was closed");
        assertThat(page(world.newPayment("ORD-3")
                        .leaveUnanswered(Step.COLLECTION)
                        .park(Step.COLLECTION, PaymentScenario.NO_ANSWER, null)))
                .contains("Unknown", "The bank did not answer inside the poll window");
    }

    @Test
    void showsEveryEntryWithBalancesAndThatEachCurrencySumsToZero() {
        String page = page(world.newPayment("ORD-1").convert());

        assertThat(page)
                .contains("CNY debits 28,692.00 credits 28,692.00 difference 0.00 balanced")
                .contains("USD debits 1,989.00 credits 1,989.00 difference 0.00 balanced")
                .contains("Collection booked 7,200.00 \u2212 7,200.00 = 0.00 CNY")
                .contains("In transit at bank B IN_TRANSIT:B:CNY #1 7,200.00 CNY 0.00 7,200.00 Dr")
                .contains("Owed for payments of acme PAYABLE:acme:CNY #1 7,200.00 CNY 0.00 7,200.00 Cr");
    }

    @Test
    void showsTheUnwindPlanAndItsEntries() {
        String page = page(startUnwind(world.newPayment("ORD-1")).instruct(Step.REVERSAL));

        assertThat(page)
                .contains("Unwind plan AC04: The account was closed")
                .contains("Reversal 994.50 USD Instructed Refund 7,200.00 CNY Ahead")
                .contains("994.50 USD is sold back for 7,110.67 CNY at 7.15.")
                .contains("\u221253.33 CNY The house bears the loss.")
                .contains("5 ledger entries still to come", "FX loss FX_LOSS:house:CNY 53.33 CNY");
    }

    @Test
    void showsEveryBankCallAndEveryDecision() {
        PaymentScenario story = world.newPayment("ORD-1").leaveUnanswered(Step.COLLECTION);
        world.decisions.add(new Decision.Retry(
                new DecisionHeader("act_1", story.id(), "ada", "the bank is <b>back</b>", ConsoleFixture.NOW)));

        String page = page(story);

        assertThat(page)
                .contains("Collection, attempt 1 We instructed 1 1.5 s Accepted taken by the bank")
                .contains("Collection, attempt 1 We inquired 3 1.9 s Unclear the bank answered 503")
                .contains("Retried by ada \u201cthe bank is &lt;b&gt;back&lt;/b&gt;\u201d");
    }

    @Test
    void masksPayerAndPayee() {
        String page = html(world.newPayment("ORD-1").complete());

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
        PaymentScenario story = world.newPayment("ORD-1");

        assertThat(html(story))
                .contains("href=\"http://127.0.0.1:8233/namespaces/default/workflows/" + story.id())
                .contains("rel=\"noopener noreferrer\"");
    }

    @Test
    void readsItselfAgainWhenItChanges() {
        PaymentScenario story = world.newPayment("ORD-1");

        assertThat(html(story))
                .contains("data-live=\"/console/live?payment=" + story.id())
                .contains("hx-get=\"/console/payments/" + story.id(), "payment-changed from:body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay_01M7YSJS7W32PVMR6J7N", "pay_nope", "%22%3E%3Cscript%3E"})
    void aPaymentThatIsNotThereHasAPageThatSaysSo(String id) {
        assertThat(mvc.get().uri(URI.create("/console/payments/" + id)).with(TestUsers.viewer()))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no payment with this id", "All payments", "class=\"top\"");
    }

    private static PaymentScenario startUnwind(PaymentScenario story) {
        return story.convert()
                .reject(Step.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.15");
    }

    private static Arguments situation(String stage, String next, UnaryOperator<PaymentScenario> telling) {
        return Arguments.of(stage, next, telling);
    }

    private String page(PaymentScenario story) {
        return PageText.visibleText(html(story));
    }

    private String html(PaymentScenario story) {
        return PageText.html(mvc.get()
                .uri("/console/payments/{id}", story.id())
                .with(TestUsers.viewer())
                .exchange());
    }
}
