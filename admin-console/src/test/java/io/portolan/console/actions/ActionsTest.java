package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.ids.Step;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ConsoleTest
class ActionsTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture world;

    private ActionClient client;

    @BeforeEach
    void reset() {
        world.reset();
        client = new ActionClient(mvc);
    }

    @ParameterizedTest
    @CsvSource({
        "retry, '', retry",
        "compensate, '', compensate",
        "resolve, EXECUTED, resolve_executed",
        "resolve, NOT_EXECUTED, resolve_not_executed",
    })
    void anActionReachesTheWorkflowWithOperatorReasonAndIdAndIsRecorded(String deed, String verdict, String code) {
        PaymentScenario story = paymentWithUnknownOutcome();

        MvcTestResult result =
                client.submit(story, deed, Map.of("reason", "as the statement says", "verdict", verdict));

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console/payments/" + story.id());
        Decision decision = Decision.of(
                code, new DecisionHeader("act_1", story.id(), "ada", "as the statement says", ConsoleFixture.NOW));
        assertThat(world.workflows.decided()).containsExactly(decision);
        assertThat(world.decisions.of(story.id())).containsExactly(decision);
        assertThat(client.pageAfter(result, story)).contains("class=\"notice\"");
    }

    @Test
    void cancellingIsRecordedBeforeTheWorkflowIsTold() {
        PaymentScenario story = world.newPayment("ORD-1").book(Step.COLLECTION);

        client.submit(story, "cancel", Map.of("reason", "the buyer withdrew"));

        assertThat(story.payment().state().cancelRequestedAt()).isEqualTo(ConsoleFixture.NOW);
        assertThat(world.workflows.decided()).hasExactlyElementsOfTypes(Decision.Cancel.class);
    }

    @Test
    void aCancellationStandsWhileTemporalIsDown() {
        PaymentScenario story = world.newPayment("ORD-1").book(Step.COLLECTION);
        world.workflows.goDown();

        MvcTestResult result = client.submit(story, "cancel", Map.of("reason", "the buyer withdrew"));

        assertThat(story.payment().state().cancelRequestedAt()).isEqualTo(ConsoleFixture.NOW);
        assertThat(world.decisions.of(story.id())).hasSize(1);
        assertThat(client.pageAfter(result, story)).contains("The cancellation is recorded.");
    }

    @Test
    void itIsTooLateToCancelOnceAPayoutWasInstructed() {
        PaymentScenario story = world.newPayment("ORD-1").convert().instruct(Step.PAYOUT);

        MvcTestResult result = client.submit(story, "cancel", Map.of("reason", "too late"));

        assertThat(client.pageAfter(result, story)).contains("Refused: it is too late to cancel this payment.");
        assertThat(world.workflows.decided()).isEmpty();
        assertThat(world.decisions.of(story.id())).isEmpty();
    }

    @Test
    void aRepeatOfTheSameFormIsHarmless() {
        PaymentScenario story = paymentWithUnknownOutcome();
        client.submit(story, "retry", Map.of("reason", "again"));

        MvcTestResult again = client.submit(story, "retry", Map.of("reason", "again"));

        assertThat(world.workflows.decided()).hasSize(1);
        assertThat(world.decisions.of(story.id())).hasSize(1);
        assertThat(client.pageAfter(again, story)).contains("it was not done twice");
    }

    @Test
    void eachPageCarriesAnIdOfItsOwn() {
        PaymentScenario story = paymentWithUnknownOutcome();

        assertThat(actionId(client.page(story))).startsWith("act_").isNotEqualTo(actionId(client.page(story)));
    }

    @Test
    void aRejectionIsShownAndNothingTypedIsLost() {
        PaymentScenario story = paymentWithUnknownOutcome();
        world.workflows.reject("the payment is not parked");

        MvcTestResult result =
                client.submit(story, "resolve", Map.of("reason", "statement, \"line 17\"", "verdict", "EXECUTED"));

        String page = client.pageAfter(result, story);
        assertThat(page)
                .contains("Refused: the payment is not parked.", "statement, &quot;line 17&quot;", "value=\"act_1\"")
                .containsPattern("value=\"EXECUTED\"\\s+checked");
        assertThat(world.decisions.of(story.id())).isEmpty();
    }

    @Test
    void showsThatTemporalIsDownAndKeepsTheIdForTheNextTry() {
        PaymentScenario story = paymentWithUnknownOutcome();
        world.workflows.goDown();

        MvcTestResult result = client.submit(story, "retry", Map.of("reason", "the bank is back"));

        assertThat(client.pageAfter(result, story))
                .contains("The workflow engine does not answer", "the bank is back", "value=\"act_1\"");
        world.workflows.reset();
        client.submit(story, "retry", Map.of("reason", "the bank is back"));
        assertThat(world.workflows.decided()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "compensate", "cancel", "resolve"})
    void everyActionNeedsAReason(String deed) {
        PaymentScenario story = paymentWithUnknownOutcome();

        MvcTestResult result = client.submit(story, deed, Map.of("reason", "   ", "verdict", "EXECUTED"));

        assertThat(client.pageAfter(result, story)).contains(deed + "-reason-error");
        assertThat(world.workflows.decided()).isEmpty();
    }

    @Test
    void rejectsLongReasonsMissingIdsAndUnknownVerdicts() {
        PaymentScenario story = paymentWithUnknownOutcome();

        assertThat(client.pageAfter(client.submit(story, "retry", Map.of("reason", "x".repeat(501))), story))
                .contains("at most 500 characters; these are 501");
        assertThat(client.pageAfter(client.submit(story, "retry", Map.of("reason", "x", "actionId", "<b>")), story))
                .contains("The form has lost its id");
        assertThat(client.pageAfter(
                        client.submit(story, "resolve", Map.of("reason", "x", "verdict", "PERHAPS")), story))
                .contains("Choose what the evidence proves");
        assertThat(world.workflows.decided()).isEmpty();
    }

    @Test
    void anUnwindSaysWhatItWouldBringBack() {
        PaymentScenario story = world.newPayment("ORD-1")
                .convert()
                .reject(Step.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .park(Step.PAYOUT, PaymentScenario.ACCOUNT_CLOSED, null);

        assertThat(client.page(story))
                .contains("994.50 USD is sold back, and the buyer is refunded out of 7,200.00 CNY.");
    }

    @Test
    void anUnwindingPaymentCanBeRetriedButNotUnwoundAgain() {
        PaymentScenario story = world.newPayment("ORD-1")
                .convert()
                .reject(Step.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.15")
                .book(Step.REVERSAL)
                .reject(Step.REFUND, PaymentScenario.ACCOUNT_CLOSED)
                .park(Step.REFUND, PaymentScenario.ACCOUNT_CLOSED, null);

        assertThat(client.page(story))
                .contains("id=\"action-retry\"", "The payment is being unwound already.")
                .doesNotContain("id=\"action-compensate\"");
    }

    @Test
    void aViewerSeesNoForms() {
        PaymentScenario story = paymentWithUnknownOutcome();

        String page = PageText.html(mvc.get()
                .uri("/console/payments/{id}", story.id())
                .with(TestUsers.viewer())
                .exchange());

        assertThat(page).contains("You are logged in as a viewer").doesNotContain("name=\"actionId\"");
    }

    @Test
    void anUnknownActionOrPaymentIsNotFound() {
        PaymentScenario story = paymentWithUnknownOutcome();

        assertThat(client.submit(story, "explode", Map.of("reason", "x"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/console/payments/pay_x/retry").with(csrf()).with(TestUsers.operator()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private PaymentScenario paymentWithUnknownOutcome() {
        return world.newPayment("ORD-1")
                .convert()
                .leaveUnanswered(Step.PAYOUT)
                .park(Step.PAYOUT, PaymentScenario.NO_ANSWER, null);
    }

    private static String actionId(String page) {
        String rest = page.substring(page.indexOf("name=\"actionId\" value=\"") + 23);
        return rest.substring(0, rest.indexOf('"'));
    }
}
