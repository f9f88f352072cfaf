package io.portolan.console.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleTest;
import io.portolan.console.ConsoleWorld;
import io.portolan.console.Pages;
import io.portolan.console.Story;
import io.portolan.console.Visitors;
import io.portolan.domain.identity.Step;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.OperatorAction;
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
    private ConsoleWorld world;

    @BeforeEach
    void startAgain() {
        world.startAgain();
    }

    static Stream<Arguments> everyStage() {
        return Stream.concat(forward(), asideAndBack());
    }

    private static Stream<Arguments> forward() {
        return Stream.of(
                told("Accepted", "waits for the workflow engine", story -> story),
                told("Collecting", "was sent to bank B", story -> story.instructed(Step.COLLECTION)),
                told("Collecting", "The collection is booked", story -> story.booked(Step.COLLECTION)),
                told(
                        "Converting",
                        "The conversion of 7,164.00 CNY is about to be sent to bank D",
                        story -> story.booked(Step.COLLECTION).booked(Step.TOP_UP)),
                told(
                        "Paying out",
                        "The payout of 994.50 USD was sent",
                        story -> story.converted().instructed(Step.PAYOUT)),
                told(
                        "Completed",
                        "its funds have yet to settle",
                        story -> story.converted().booked(Step.PAYOUT)),
                told("Completed", "If the payee\u2019s bank returns", Story::completed));
    }

    private static Stream<Arguments> asideAndBack() {
        return Stream.of(
                told("Unwinding", "The reversal of 994.50 USD is under way", PaymentPageTest::unwinding),
                told(
                        "Returned",
                        "The buyer was refunded 7,200.00 CNY",
                        story -> unwinding(story).booked(Step.REVERSAL).booked(Step.REFUND)),
                told("Failed", "No money moved", story -> story.refused(Step.COLLECTION, Story.CLOSED)),
                told(
                        "Cancelled",
                        "withdrawn before anything moved",
                        story -> story.cancelled().concluded(Stage.CANCELLED, Story.CLOSED)),
                told("Accepted", "A cancellation was asked for", Story::cancelled),
                told(
                        "Parked",
                        "neither sent again nor undone",
                        story -> story.converted().silent(Step.PAYOUT).parked(Step.PAYOUT, Story.NO_ANSWER, null)),
                told(
                        "Parked",
                        "If nobody does so before the deadline",
                        story -> story.converted()
                                .refused(Step.PAYOUT, Story.WRONG_ACCOUNT)
                                .parked(Step.PAYOUT, Story.WRONG_ACCOUNT, Duration.ofDays(1))),
                told(
                        "Parked",
                        "retries the refund",
                        story -> unwinding(story)
                                .booked(Step.REVERSAL)
                                .refused(Step.REFUND, Story.CLOSED)
                                .parked(Step.REFUND, Story.CLOSED, null)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyStage")
    void saysWhereItIsAndWhatHappensNext(String stage, String next, UnaryOperator<Story> telling) {
        String page = page(telling.apply(world.story("ORD-1001")));

        assertThat(page).contains("ORD-1001 " + stage + " the merchant sees", next);
        assertThat(page).contains("What happens next", "Both flows", "Ledger entries", "Bank calls", "Timeline");
    }

    @Test
    void showsBothFlowsOfEachAttemptWithTheirTimesAndTheGap() {
        String page = page(world.story("ORD-1").completed());

        assertThat(page)
                .contains("Collection, attempt 1 7,200.00 CNY Booked 21 Nov 11:50:00 \u2192 21 Nov 11:50:03 2.3 s")
                .contains("Top-up, attempt 1 7,164.00 CNY")
                .contains("Unsettled open for 9 min")
                .containsPattern("Payout, attempt 1 994\\.50 USD .* Settled 21 Nov 12:32:12 42 min");
    }

    @Test
    void showsRejectionsUncertaintyAndReturns() {
        Story back = world.story("ORD-1").completed();
        back.returned(Money.parse(back.payment().price().destination().currency(), "969.50"));

        assertThat(page(back)).contains("Returned", "969.50 USD came back");
        assertThat(page(world.story("ORD-2").refused(Step.COLLECTION, Story.CLOSED)))
                .contains("Rejected", "Nothing moved", "AC04: The account was closed")
                .contains("Reason on record: The account was closed");
        assertThat(page(world.story("ORD-3").silent(Step.COLLECTION).parked(Step.COLLECTION, Story.NO_ANSWER, null)))
                .contains("Unknown", "The bank did not answer inside the poll window");
    }

    @Test
    void showsEveryEntryWithBalancesAndThatEachCurrencySumsToZero() {
        String page = page(world.story("ORD-1").converted());

        assertThat(page)
                .contains("CNY debits 28,692.00 credits 28,692.00 difference 0.00 balanced")
                .contains("USD debits 1,989.00 credits 1,989.00 difference 0.00 balanced")
                .contains("Collection booked 7,200.00 \u2212 7,200.00 = 0.00 CNY")
                .contains("In transit at bank B IN_TRANSIT:B:CNY #1 7,200.00 CNY 0.00 7,200.00 Dr")
                .contains("Owed for payments of acme PAYABLE:acme:CNY #1 7,200.00 CNY 0.00 7,200.00 Cr");
    }

    @Test
    void showsThePriceOfTheUndoAndWhatItWillBook() {
        String page = page(unwinding(world.story("ORD-1")).instructed(Step.REVERSAL));

        assertThat(page)
                .contains("Unwind plan AC04: The account was closed")
                .contains("Reversal 994.50 USD Instructed Refund 7,200.00 CNY Ahead")
                .contains("994.50 USD is sold back for 7,110.67 CNY at 7.15.")
                .contains("\u221253.33 CNY The house bears the loss.")
                .contains("5 ledger entries still to come", "FX loss FX_LOSS:house:CNY 53.33 CNY");
    }

    @Test
    void showsEveryBankCallAndEveryDecision() {
        Story story = world.story("ORD-1").silent(Step.COLLECTION);
        world.actions.add(new OperatorAction(
                "act_1", story.id(), OperatorAction.Kind.RETRY, "ada", "the bank is <b>back</b>", ConsoleWorld.NOW));

        String page = page(story);

        assertThat(page)
                .contains("Collection, attempt 1 We instructed 1 1.5 s Accepted taken by the bank")
                .contains("Collection, attempt 1 We inquired 3 1.9 s Unclear the bank answered 503")
                .contains("Retried by ada \u201cthe bank is &lt;b&gt;back&lt;/b&gt;\u201d");
    }

    @Test
    void hidesWhoIsPaidAndWhoPays() {
        String page = html(world.story("ORD-1").completed());

        assertThat(page)
                .contains(
                        "L* W**",
                        "\u2022\u2022\u2022\u2022 3445 at A",
                        "A*** O****** L**",
                        "\u2022\u2022\u2022\u2022 6789 at C")
                .doesNotContain("Li Wei", "6222020200112233445", "Acme Outdoor", "000123456789", "Main Street");
    }

    @Test
    void leadsToTheWorkflowInTemporalsOwnPages() {
        Story story = world.story("ORD-1");

        assertThat(html(story))
                .contains("href=\"http://127.0.0.1:8233/namespaces/default/workflows/" + story.id())
                .contains("rel=\"noopener noreferrer\"");
    }

    @Test
    void readsItselfAgainWhenItChanges() {
        Story story = world.story("ORD-1");

        assertThat(html(story))
                .contains("data-live=\"/console/live?payment=" + story.id())
                .contains("hx-get=\"/console/payments/" + story.id(), "payment-changed from:body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay_01M7YSJS7W32PVMR6J7N", "pay_nope", "%22%3E%3Cscript%3E"})
    void aPaymentThatIsNotThereHasAPageThatSaysSo(String id) {
        assertThat(mvc.get().uri(URI.create("/console/payments/" + id)).with(Visitors.viewer()))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no payment with this id", "All payments", "class=\"top\"");
    }

    private static Story unwinding(Story story) {
        return story.converted().refused(Step.PAYOUT, Story.CLOSED).unwinding(Story.CLOSED, "7.15");
    }

    private static Arguments told(String stage, String next, UnaryOperator<Story> telling) {
        return Arguments.of(stage, next, telling);
    }

    private String page(Story story) {
        return Pages.words(html(story));
    }

    private String html(Story story) {
        return Pages.text(mvc.get()
                .uri("/console/payments/{id}", story.id())
                .with(Visitors.viewer())
                .exchange());
    }
}
