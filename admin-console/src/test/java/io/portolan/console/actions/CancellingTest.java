package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PaymentScenario;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.plan.MovementKind;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class CancellingTest {
    private static final Map<String, String> WITHDREW = Map.of("reason", "the buyer withdrew");

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
    void aCancellationIsRequestedOfThePayment() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").book(MovementKind.COLLECTION);

        assertThat(client.pageOf(scenario, "cancel", WITHDREW)).contains("The decision has been carried out.");
        assertThat(scenario.payment().state().cancelRequestedAt()).isEqualTo(ConsoleFixture.NOW);
        assertThat(client.page(scenario)).contains("Cancellation has already been requested.");
    }

    @Test
    void aCancellationDoesNotDependOnTheVersionThatWasSeen() {
        PaymentScenario scenario = fixture.newPayment("ORD-1");
        String seen = Integer.toString(scenario.payment().version());
        scenario.book(MovementKind.COLLECTION);

        client.submit(scenario, "cancel", Map.of("reason", "the buyer withdrew", "version", seen));

        assertThat(scenario.payment().state().cancelRequestedAt()).isEqualTo(ConsoleFixture.NOW);
    }

    @Test
    void aCancellationStandsWhileTheWorkflowServiceIsDown() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").book(MovementKind.COLLECTION);
        fixture.workflows.goDown();

        assertThat(client.pageOf(scenario, "cancel", WITHDREW)).contains("The decision stands in the database.");
        assertThat(fixture.decisions.listAwaitingEffect(10)).containsExactly(scenario.id());
    }

    @Test
    void itIsTooLateToCancelWhatHasEnded() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").cancel();

        assertThat(client.pageOf(scenario, "cancel", WITHDREW)).contains("Refused: the payment is not in progress.");
        assertThat(fixture.decisions.of(scenario.id()).getFirst().status()).isEqualTo(DecisionStatus.REFUSED);
    }

    @Test
    void itIsTooLateToCancelOnceAPayoutWasInstructed() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").convert().instruct(MovementKind.PAYOUT);

        assertThat(client.pageOf(scenario, "cancel", WITHDREW))
                .contains("Refused: it is too late to cancel this payment.");
        assertThat(scenario.payment().state().cancelRequestedAt()).isNull();
        assertThat(fixture.workflows.decided()).isEmpty();
    }
}
