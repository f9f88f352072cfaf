package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PaymentScenario;
import io.portolan.domain.ids.Step;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.payment.Stage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ConsoleTest
class CancellingTest {
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
    void cancellingIsRecordedBeforeTheWorkflowIsTold() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").book(Step.COLLECTION);

        client.submit(scenario, "cancel", Map.of("reason", "the buyer withdrew"));

        assertThat(scenario.payment().state().cancelRequestedAt()).isEqualTo(ConsoleFixture.NOW);
        assertThat(fixture.workflows.decided()).hasExactlyElementsOfTypes(Decision.Cancel.class);
    }

    @Test
    void aCancellationStandsWhileTemporalIsDown() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").book(Step.COLLECTION);
        fixture.workflows.goDown();

        MvcTestResult result = client.submit(scenario, "cancel", Map.of("reason", "the buyer withdrew"));

        assertThat(scenario.payment().state().cancelRequestedAt()).isEqualTo(ConsoleFixture.NOW);
        assertThat(fixture.decisions.of(scenario.id())).hasSize(1);
        assertThat(client.pageAfter(result, scenario)).contains("The cancellation is recorded.");
    }

    @Test
    void aCancellationStandsAlthoughTheWorkflowRejectsIt() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").book(Step.COLLECTION);
        fixture.workflows.reject("the payment is already being unwound");

        MvcTestResult result = client.submit(scenario, "cancel", Map.of("reason", "the buyer withdrew"));

        assertThat(scenario.payment().state().cancelRequestedAt()).isEqualTo(ConsoleFixture.NOW);
        assertThat(fixture.decisions.of(scenario.id())).hasSize(1);
        assertThat(client.pageAfter(result, scenario)).contains("The cancellation is recorded.");
    }

    @Test
    void whatAnotherCancellationHasEndedGetsNoSecondAuthor() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").book(Step.COLLECTION);
        client.submit(scenario, "cancel", Map.of("reason", "the buyer withdrew"));
        scenario.conclude(Stage.CANCELLED, PaymentScenario.ACCOUNT_CLOSED);
        int recorded = fixture.decisions.of(scenario.id()).size();

        MvcTestResult result = client.submit(scenario, "cancel", Map.of("reason", "I was late", "actionId", "act_2"));

        assertThat(client.pageAfter(result, scenario)).contains("Rejected: it is too late to cancel this payment.");
        assertThat(fixture.decisions.of(scenario.id())).hasSize(recorded);
    }

    @Test
    void itIsTooLateToCancelOnceAPayoutWasInstructed() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").convert().instruct(Step.PAYOUT);

        MvcTestResult result = client.submit(scenario, "cancel", Map.of("reason", "too late"));

        assertThat(client.pageAfter(result, scenario)).contains("Rejected: it is too late to cancel this payment.");
        assertThat(fixture.workflows.decided()).isEmpty();
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
    }
}
