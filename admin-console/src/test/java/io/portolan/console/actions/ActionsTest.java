package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.ConsoleTest;
import io.portolan.console.ConsoleWorld;
import io.portolan.console.Pages;
import io.portolan.console.ScriptedWorkflows.Asked;
import io.portolan.console.Story;
import io.portolan.console.Visitors;
import io.portolan.domain.identity.Step;
import io.portolan.domain.operations.OperatorAction;
import io.portolan.workflows.payment.Decision;
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
    private ConsoleWorld world;

    private Desk desk;

    @BeforeEach
    void startAgain() {
        world.startAgain();
        desk = new Desk(mvc);
    }

    @ParameterizedTest
    @CsvSource({
        "retry, '', retry, RETRY",
        "compensate, '', compensate, COMPENSATE",
        "resolve, EXECUTED, resolve EXECUTED, RESOLVED_EXECUTED",
        "resolve, NOT_EXECUTED, resolve NOT_EXECUTED, RESOLVED_NOT_EXECUTED",
    })
    void anActionReachesTheWorkflowWithOperatorReasonAndIdAndIsRecorded(
            String deed, String verdict, String asked, OperatorAction.Kind kind) {
        Story story = unknown();

        MvcTestResult result = desk.act(story, deed, Map.of("reason", "as the statement says", "verdict", verdict));

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console/payments/" + story.id());
        assertThat(world.workflows.asked())
                .containsExactly(new Asked(asked, story.id(), new Decision("act_1", "ada", "as the statement says")));
        assertThat(world.actions.of(story.id()))
                .containsExactly(new OperatorAction(
                        "act_1", story.id(), kind, "ada", "as the statement says", ConsoleWorld.NOW));
        assertThat(desk.after(result, story)).contains("class=\"notice\"");
    }

    @Test
    void cancellingRecordsTheWishBeforeTheWorkflowIsTold() {
        Story story = world.story("ORD-1").booked(Step.COLLECTION);

        desk.act(story, "cancel", Map.of("reason", "the buyer withdrew"));

        assertThat(story.payment().progress().cancelRequestedAt()).isEqualTo(ConsoleWorld.NOW);
        assertThat(world.workflows.asked()).extracting(Asked::what).containsExactly("cancel");
    }

    @Test
    void aCancellationHoldsAlthoughTheEngineIsDown() {
        Story story = world.story("ORD-1").booked(Step.COLLECTION);
        world.workflows.goDown();

        MvcTestResult result = desk.act(story, "cancel", Map.of("reason", "the buyer withdrew"));

        assertThat(story.payment().progress().cancelRequestedAt()).isEqualTo(ConsoleWorld.NOW);
        assertThat(world.actions.of(story.id())).hasSize(1);
        assertThat(desk.after(result, story)).contains("The cancellation is recorded.");
    }

    @Test
    void itIsTooLateToCancelOnceAPayoutWasInstructed() {
        Story story = world.story("ORD-1").converted().instructed(Step.PAYOUT);

        MvcTestResult result = desk.act(story, "cancel", Map.of("reason", "too late"));

        assertThat(desk.after(result, story)).contains("Refused: it is too late to cancel this payment.");
        assertThat(world.workflows.asked()).isEmpty();
        assertThat(world.actions.of(story.id())).isEmpty();
    }

    @Test
    void aRepeatOfTheSameFormIsHarmless() {
        Story story = unknown();
        desk.act(story, "retry", Map.of("reason", "again"));

        MvcTestResult again = desk.act(story, "retry", Map.of("reason", "again"));

        assertThat(world.workflows.asked()).hasSize(1);
        assertThat(world.actions.of(story.id())).hasSize(1);
        assertThat(desk.after(again, story)).contains("it was not done twice");
    }

    @Test
    void eachPageCarriesAnIdOfItsOwn() {
        Story story = unknown();

        assertThat(actionId(desk.page(story))).startsWith("act_").isNotEqualTo(actionId(desk.page(story)));
    }

    @Test
    void aRefusalIsShownAndNothingTypedIsLost() {
        Story story = unknown();
        world.workflows.refuse("the payment is not parked");

        MvcTestResult result =
                desk.act(story, "resolve", Map.of("reason", "statement, \"line 17\"", "verdict", "EXECUTED"));

        String page = desk.after(result, story);
        assertThat(page)
                .contains("Refused: the payment is not parked.", "statement, &quot;line 17&quot;", "value=\"act_1\"")
                .containsPattern("value=\"EXECUTED\"\\s+checked");
        assertThat(world.actions.of(story.id())).isEmpty();
    }

    @Test
    void anEngineThatIsDownIsToldAndTheSameIdIsKeptForTheNextTry() {
        Story story = unknown();
        world.workflows.goDown();

        MvcTestResult result = desk.act(story, "retry", Map.of("reason", "the bank is back"));

        assertThat(desk.after(result, story))
                .contains("The workflow engine does not answer", "the bank is back", "value=\"act_1\"");
        world.workflows.reset();
        desk.act(story, "retry", Map.of("reason", "the bank is back"));
        assertThat(world.workflows.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "compensate", "cancel", "resolve"})
    void everyActionNeedsAReason(String deed) {
        Story story = unknown();

        MvcTestResult result = desk.act(story, deed, Map.of("reason", "   ", "verdict", "EXECUTED"));

        assertThat(desk.after(result, story)).contains(deed + "-reason-error");
        assertThat(world.workflows.asked()).isEmpty();
    }

    @Test
    void aReasonHasAnEndAndAFormItsIdAndAResolutionItsVerdict() {
        Story story = unknown();

        assertThat(desk.after(desk.act(story, "retry", Map.of("reason", "x".repeat(501))), story))
                .contains("at most 500 characters; these are 501");
        assertThat(desk.after(desk.act(story, "retry", Map.of("reason", "x", "actionId", "<b>")), story))
                .contains("The form has lost its id");
        assertThat(desk.after(desk.act(story, "resolve", Map.of("reason", "x", "verdict", "PERHAPS")), story))
                .contains("Choose what the evidence proves");
        assertThat(world.workflows.asked()).isEmpty();
    }

    @Test
    void anUnwindSaysWhatItWouldBringBack() {
        Story story = world.story("ORD-1")
                .converted()
                .refused(Step.PAYOUT, Story.CLOSED)
                .parked(Step.PAYOUT, Story.CLOSED, null);

        assertThat(desk.page(story))
                .contains("994.50 USD is sold back, and the buyer is refunded out of 7,200.00 CNY.");
    }

    @Test
    void whatTurnsBackAlreadyCanBeRetriedButNotUnwound() {
        Story story = world.story("ORD-1")
                .converted()
                .refused(Step.PAYOUT, Story.CLOSED)
                .unwinding(Story.CLOSED, "7.15")
                .booked(Step.REVERSAL)
                .refused(Step.REFUND, Story.CLOSED)
                .parked(Step.REFUND, Story.CLOSED, null);

        assertThat(desk.page(story))
                .contains("id=\"action-retry\"", "The payment is being unwound already.")
                .doesNotContain("id=\"action-compensate\"");
    }

    @Test
    void aViewerSeesNoForms() {
        Story story = unknown();

        String page = Pages.text(mvc.get()
                .uri("/console/payments/{id}", story.id())
                .with(Visitors.viewer())
                .exchange());

        assertThat(page).contains("You are logged in as a viewer").doesNotContain("name=\"actionId\"");
    }

    @Test
    void anActionOrPaymentThatIsNotThereHasNoPage() {
        Story story = unknown();

        assertThat(desk.act(story, "explode", Map.of("reason", "x"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/console/payments/pay_x/retry").with(csrf()).with(Visitors.operator()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private Story unknown() {
        return world.story("ORD-1").converted().silent(Step.PAYOUT).parked(Step.PAYOUT, Story.NO_ANSWER, null);
    }

    private static String actionId(String page) {
        String rest = page.substring(page.indexOf("name=\"actionId\" value=\"") + 23);
        return rest.substring(0, rest.indexOf('"'));
    }
}
