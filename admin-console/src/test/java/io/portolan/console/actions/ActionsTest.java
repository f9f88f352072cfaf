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
    private ConsoleFixture fixture;

    private ActionClient client;

    @BeforeEach
    void reset() {
        fixture.reset();
        client = new ActionClient(mvc);
    }

    @ParameterizedTest
    @CsvSource({
        "retry, '', retry",
        "unwind, '', unwind",
        "resolve, resolve_executed, resolve_executed",
        "resolve, resolve_not_executed, resolve_not_executed",
    })
    void anActionReachesTheWorkflowWithOperatorReasonAndIdAndIsRecorded(String action, String resolution, String code) {
        PaymentScenario scenario = paymentWithUnknownOutcome();

        MvcTestResult result =
                client.submit(scenario, action, Map.of("reason", "as the statement says", "resolution", resolution));

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console/payments/" + scenario.id());
        Decision decision = Decision.of(
                code, new DecisionHeader("act_1", scenario.id(), "ada", "as the statement says", ConsoleFixture.NOW));
        assertThat(fixture.workflows.decided()).containsExactly(decision);
        assertThat(fixture.decisions.of(scenario.id())).containsExactly(decision);
        assertThat(client.pageAfter(result, scenario)).contains("class=\"notice\"");
    }

    @Test
    void aRepeatOfTheSameFormIsHarmless() {
        PaymentScenario scenario = paymentWithUnknownOutcome();
        client.submit(scenario, "retry", Map.of("reason", "again"));

        MvcTestResult again = client.submit(scenario, "retry", Map.of("reason", "again"));

        assertThat(fixture.workflows.decided()).hasSize(1);
        assertThat(fixture.decisions.of(scenario.id())).hasSize(1);
        assertThat(client.pageAfter(again, scenario)).contains("It was not done again.");
    }

    @Test
    void eachPageCarriesAnIdOfItsOwn() {
        PaymentScenario scenario = paymentWithUnknownOutcome();

        assertThat(actionId(client.page(scenario))).startsWith("act_").isNotEqualTo(actionId(client.page(scenario)));
    }

    @Test
    void aRejectionIsShownAndNothingTypedIsLost() {
        PaymentScenario scenario = paymentWithUnknownOutcome();
        fixture.workflows.reject("the payment is not parked");

        MvcTestResult result = client.submit(
                scenario, "resolve", Map.of("reason", "statement, \"line 17\"", "resolution", "resolve_executed"));

        String page = client.pageAfter(result, scenario);
        assertThat(page)
                .contains("Rejected: the payment is not parked.", "statement, &quot;line 17&quot;", "value=\"act_1\"")
                .containsPattern("value=\"resolve_executed\"\\s+checked");
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
    }

    @Test
    void showsThatTemporalIsDownAndKeepsTheIdForTheNextTry() {
        PaymentScenario scenario = paymentWithUnknownOutcome();
        fixture.workflows.goDown();

        MvcTestResult result = client.submit(scenario, "retry", Map.of("reason", "the bank is back"));

        assertThat(client.pageAfter(result, scenario))
                .contains("The workflow service is not responding", "the bank is back", "value=\"act_1\"");
        fixture.workflows.reset();
        client.submit(scenario, "retry", Map.of("reason", "the bank is back"));
        assertThat(fixture.workflows.decided()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "unwind", "cancel", "resolve"})
    void everyActionNeedsAReason(String action) {
        PaymentScenario scenario = paymentWithUnknownOutcome();

        MvcTestResult result =
                client.submit(scenario, action, Map.of("reason", "   ", "resolution", "resolve_executed"));

        assertThat(client.pageAfter(result, scenario)).contains(action + "-reason-error");
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @Test
    void rejectsLongReasonsMissingIdsAndUnknownResolutions() {
        PaymentScenario scenario = paymentWithUnknownOutcome();

        assertThat(client.pageAfter(client.submit(scenario, "retry", Map.of("reason", "x".repeat(501))), scenario))
                .contains("Use at most 500 characters (currently 501).");
        assertThat(client.pageAfter(
                        client.submit(scenario, "retry", Map.of("reason", "x", "actionId", "<b>")), scenario))
                .contains("This form is missing its id");
        assertThat(client.pageAfter(
                        client.submit(scenario, "resolve", Map.of("reason", "x", "resolution", "perhaps")), scenario))
                .contains("Choose what the evidence shows");
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @Test
    void anUnwindSaysWhatItWouldBringBack() {
        PaymentScenario scenario = fixture.newPayment("ORD-1")
                .convert()
                .reject(Step.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .park(Step.PAYOUT, PaymentScenario.ACCOUNT_CLOSED, null);

        assertThat(client.page(scenario))
                .contains("994.50 USD is sold back, and the buyer is refunded up to 7,200.00 CNY.");
    }

    @Test
    void anUnwindingPaymentCanBeRetriedButNotUnwoundAgain() {
        PaymentScenario scenario = fixture.newPayment("ORD-1")
                .convert()
                .reject(Step.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.15")
                .book(Step.REVERSAL)
                .reject(Step.REFUND, PaymentScenario.ACCOUNT_CLOSED)
                .park(Step.REFUND, PaymentScenario.ACCOUNT_CLOSED, null);

        assertThat(client.page(scenario))
                .contains("id=\"action-retry\"", "The payment is already being unwound.")
                .doesNotContain("id=\"action-unwind\"");
    }

    @Test
    void aViewerSeesNoForms() {
        PaymentScenario scenario = paymentWithUnknownOutcome();

        String page = PageText.html(mvc.get()
                .uri("/console/payments/{id}", scenario.id())
                .with(TestUsers.viewer())
                .exchange());

        assertThat(page).contains("You are logged in as a viewer").doesNotContain("name=\"actionId\"");
    }

    @Test
    void anUnknownActionOrPaymentIsNotFound() {
        PaymentScenario scenario = paymentWithUnknownOutcome();

        assertThat(client.submit(scenario, "explode", Map.of("reason", "x"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/console/payments/pay_x/retry").with(csrf()).with(TestUsers.operator()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private PaymentScenario paymentWithUnknownOutcome() {
        return fixture.newPayment("ORD-1")
                .convert()
                .leaveUnanswered(Step.PAYOUT)
                .park(Step.PAYOUT, PaymentScenario.NO_ANSWER, null);
    }

    private static String actionId(String page) {
        String rest = page.substring(page.indexOf("name=\"actionId\" value=\"") + 23);
        return rest.substring(0, rest.indexOf('"'));
    }
}
