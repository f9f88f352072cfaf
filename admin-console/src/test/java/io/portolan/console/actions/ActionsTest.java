package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ConsoleTest
class ActionsTest {
    private static final Map<String, String> REASON = Map.of("reason", "the bank is back");

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

    @Test
    void aDecisionIsRecordedWithItsMakerReasonAndVersionAndCarriedOut() {
        PaymentScenario scenario = stuckPayout();
        String id = DecisionHeader.nextId();
        int version = scenario.payment().version();

        MvcTestResult result = client.submit(scenario, "retry", Map.of("reason", "the bank is back", "decision", id));

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console/payments/" + scenario.id());
        assertThat(client.pageAfter(result, scenario)).contains("The decision has been carried out.");
        RecordedDecision recorded = onlyDecision(scenario);
        assertThat(recorded.status()).isEqualTo(DecisionStatus.APPLIED);
        assertThat(recorded.decision())
                .isEqualTo(new Decision.Retry(
                        new DecisionHeader(id, scenario.id(), "ada", "the bank is back", version, ConsoleFixture.NOW)));
        assertThat(scenario.payment().stage()).isEqualTo(Stage.PAYING_OUT);
    }

    @Test
    void aRepeatOfTheSameFormIsHarmless() {
        PaymentScenario scenario = stuckPayout();
        Map<String, String> form =
                Map.of("reason", "again", "decision", DecisionHeader.nextId(), "version", version(scenario));
        client.submit(scenario, "retry", form);
        fixture.clock.advance(Duration.ofMinutes(1));

        String page = client.pageOf(scenario, "retry", form);

        assertThat(page).contains("The decision has been carried out.");
        assertThat(fixture.workflows.decided()).hasSize(1);
        assertThat(fixture.decisions.of(scenario.id())).hasSize(1);
    }

    @Test
    void anIdThatWasUsedForAnotherDecisionIsAnErrorAndNothingIsDone() {
        PaymentScenario scenario = stuckPayout();
        PaymentScenario other = stuckPayout();
        String id = DecisionHeader.nextId();
        client.submit(other, "hold", Map.of("reason", "wait", "decision", id));

        String page = client.pageOf(scenario, "retry", Map.of("reason", "again", "decision", id));

        assertThat(page)
                .contains("Nothing was done: the id " + id + " was used for another decision", ">again</textarea>");
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
        assertThat(scenario.payment().stage()).isEqualTo(Stage.PARKED);
    }

    @Test
    void aFormOfAnOlderVersionIsRefusedAndTheRefusalIsOnRecord() {
        PaymentScenario scenario = stuckPayout();
        String seen = version(scenario);
        scenario.hold("wait");

        String page = client.pageOf(scenario, "retry", Map.of("reason", "the bank is back", "version", seen));

        assertThat(page)
                .contains("Refused: the payment has moved on since it was looked at", ">the bank is back</textarea>");
        RecordedDecision recorded = onlyDecision(scenario);
        assertThat(recorded.status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(recorded.ending()).isNotNull().satisfies(ending -> {
            assertThat(ending.detail()).startsWith("the payment has moved on");
            assertThat(ending.before())
                    .startsWith("version " + version(scenario))
                    .contains("PARKED", "held");
        });
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @Test
    void theFormOfAFailedActionCarriesANewIdAndTheVersionThatIsShown() {
        PaymentScenario scenario = stuckPayout();
        String seen = version(scenario);
        String id = DecisionHeader.nextId();
        scenario.hold("wait");

        String page = client.pageOf(scenario, "retry", Map.of("reason", "x", "version", seen, "decision", id));

        assertThat(page).doesNotContain("value=\"" + id + "\"", "name=\"version\" value=\"" + seen + "\"");
        assertThat(page).contains("name=\"version\" value=\"" + version(scenario) + "\"");
    }

    @Test
    void aDecisionStandsInTheDatabaseWhileTheWorkflowServiceIsDown() {
        PaymentScenario scenario = stuckPayout();
        fixture.workflows.goDown();
        Map<String, String> form =
                Map.of("reason", "again", "decision", DecisionHeader.nextId(), "version", version(scenario));

        String page = client.pageOf(scenario, "retry", form);

        assertThat(page).contains("The decision stands in the database. The workflow service does not answer");
        assertThat(onlyDecision(scenario).status()).isEqualTo(DecisionStatus.APPROVED);
        fixture.workflows.reset();
        assertThat(client.pageOf(scenario, "retry", form)).contains("The decision has been carried out.");
        assertThat(fixture.workflows.decided()).hasSize(1);
    }

    @Test
    void saysWhenADecisionWasNotCarriedOutYet() {
        PaymentScenario scenario = stuckPayout();
        fixture.workflows.slowDown();

        assertThat(client.pageOf(scenario, "retry", REASON))
                .contains("is carried out as soon as the payment\u2019s workflow gets to it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "resolve", "correct-payee", "unwind", "hold", "release", "cancel"})
    void everyDecisionNeedsAReason(String action) {
        PaymentScenario scenario = stuckPayout();

        String page = client.pageOf(scenario, action, Map.of("reason", "   ", "plan", "2"));

        assertThat(page).contains(action + "-reason-error", "Enter a reason.");
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
    }

    @Test
    void rejectsLongReasonsAndIncompleteForms() {
        PaymentScenario scenario = stuckPayout();

        assertThat(client.pageOf(scenario, "retry", Map.of("reason", "x".repeat(501))))
                .contains("Use at most 500 characters (currently 501).");
        assertThat(client.pageOf(scenario, "retry", Map.of("reason", "x", "decision", "<b>")))
                .contains("This form is incomplete.");
        assertThat(client.pageOf(scenario, "retry", Map.of("reason", "x", "version", "-1")))
                .contains("This form is incomplete.");
        assertThat(client.pageOf(scenario, "unwind", Map.of("reason", "x", "plan", "0")))
                .contains("This form names no plan.");
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
    }

    @Test
    void aHeldPaymentIsReleasedBySomebody() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").book(MovementKind.COLLECTION);

        client.submit(scenario, "hold", Map.of("reason", "the merchant is being looked into"));

        assertThat(scenario.payment().state().hold()).isNotNull().satisfies(hold -> {
            assertThat(hold.operator()).isEqualTo("ada");
            assertThat(hold.reason()).isEqualTo("the merchant is being looked into");
        });
        assertThat(client.page(scenario)).contains("id=\"action-release\"").doesNotContain("id=\"action-hold\"");
        client.submit(scenario, "release", Map.of("reason", "all is well"));
        assertThat(scenario.payment().state().hold()).isNull();
        assertThat(client.page(scenario)).contains("id=\"action-hold\"").doesNotContain("id=\"action-release\"");
    }

    @Test
    void eachPageCarriesDecisionIdsOfItsOwn() {
        PaymentScenario scenario = stuckPayout();

        assertThat(decisionId(client.page(scenario)))
                .startsWith("dec_")
                .isNotEqualTo(decisionId(client.page(scenario)));
    }

    @Test
    void aViewerSeesNoForms() {
        String page = PageText.html(mvc.get()
                .uri("/console/payments/{id}", stuckPayout().id())
                .with(TestUsers.viewer())
                .exchange());

        assertThat(page).contains("You are logged in as a viewer").doesNotContain("name=\"decision\"");
    }

    @Test
    void anUnknownActionOrPaymentIsNotFound() {
        PaymentScenario scenario = stuckPayout();

        assertThat(client.submit(scenario, "explode", REASON)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/console/payments/pay_x/retry").with(csrf()).with(TestUsers.operator()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private PaymentScenario stuckPayout() {
        return fixture.newPayment("ORD-1").convert().parkStuck(MovementKind.PAYOUT);
    }

    private RecordedDecision onlyDecision(PaymentScenario scenario) {
        assertThat(fixture.decisions.of(scenario.id())).hasSize(1);
        return fixture.decisions.of(scenario.id()).getFirst();
    }

    private static String version(PaymentScenario scenario) {
        return Integer.toString(scenario.payment().version());
    }

    private static String decisionId(String page) {
        String rest = page.substring(page.indexOf("name=\"decision\" value=\"") + 23);
        return rest.substring(0, rest.indexOf('"'));
    }
}
