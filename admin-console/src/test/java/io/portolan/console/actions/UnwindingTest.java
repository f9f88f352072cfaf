package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.PlanStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Unwinds are among the decisions that two people make together here. */
@ConsoleTest
class UnwindingTest {
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
    void pricingShowsAPlanThatMovesNothing() {
        PaymentScenario scenario = stuckPayout();
        int version = scenario.payment().version();

        String page = client.pageOf(scenario, "price-unwind", Map.of());

        assertThat(page)
                .contains("The unwind is priced: plan 2 is shown below.", "Plan 2: Back to the buyer")
                .contains("Unwind by this plan", "name=\"plan\" value=\"2\"")
                .contains("It moves nothing unless somebody decides to unwind by it.");
        assertThat(scenario.payment().plan(2).status()).isEqualTo(PlanStatus.PROPOSED);
        assertThat(scenario.payment().stage()).isEqualTo(Stage.PARKED);
        assertThat(scenario.payment().version()).isEqualTo(version);
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
    }

    @Test
    void anUnwindNamesThePlanThatWasShown() {
        PaymentScenario scenario = stuckPayout();
        client.submit(scenario, "price-unwind", Map.of());

        String page = client.pageOf(scenario, "unwind", Map.of("reason", "the seller is gone", "plan", "2"));

        assertThat(page).contains("A second person has to approve it");
        assertThat(PageText.visibleText(page))
                .contains("Plan 2 Movement 1 Reversal of 994.50 USD for 7,160.40 CNY")
                .contains("Movement 3 Refund of 7,200.00 CNY Loss 3.60 CNY Borne by the house");
        RecordedDecision recorded = fixture.decisions.of(scenario.id()).getFirst();
        assertThat(recorded.status()).isEqualTo(DecisionStatus.PROPOSED);
        assertThat(recorded.decision())
                .isInstanceOfSatisfying(
                        Decision.Unwind.class,
                        unwind -> assertThat(unwind.plan()).isEqualTo(2));
    }

    @Test
    void thereIsNothingToDecideBeforeItIsPriced() {
        PaymentScenario scenario = stuckPayout();

        assertThat(client.page(scenario)).contains("Price the unwind first.").doesNotContain("id=\"action-unwind\"");
        assertThat(client.pageOf(scenario, "unwind", Map.of("reason", "x", "plan", "2")))
                .contains("Refused: there is no proposed plan 2.");
        assertThat(fixture.decisions.of(scenario.id()).getFirst().status()).isEqualTo(DecisionStatus.REFUSED);
    }

    @Test
    void aPlanWhoseRateHasLapsedIsPricedAgain() {
        PaymentScenario scenario = stuckPayout();
        client.submit(scenario, "price-unwind", Map.of());
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(client.pageOf(scenario, "unwind", Map.of("reason", "x", "plan", "2")))
                .contains("Refused: the plan&#39;s rate has lapsed: price it again.")
                .contains("id=\"action-price-unwind\"");
    }

    @Test
    void saysWhenNoDealerOffersARate() {
        PaymentScenario scenario = stuckPayout();
        fixture.desk.answers(new RateResponse.Rejected(Reason.of("dealer_closed", "the dealer is closed")));

        assertThat(client.pageOf(scenario, "price-unwind", Map.of()))
                .contains("No dealer offers a rate now: dealer_closed: the dealer is closed.");
        assertThat(scenario.payment().state().plans()).hasSize(1);
    }

    @Test
    void whatMayBeUnderWayIsNotPriced() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").convert().parkUnknown(MovementKind.PAYOUT);

        assertThat(client.page(scenario)).doesNotContain("id=\"action-price-unwind\"");
        assertThat(client.pageOf(scenario, "price-unwind", Map.of()))
                .contains("Nothing was done. The outcome is unknown. Resolve it first.");
        assertThat(scenario.payment().state().plans()).hasSize(1);
    }

    @Test
    void whatTheSellerHasIsNotGivenBackToTheBuyer() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").complete();
        scenario.requestRefund(scenario.payment().price().fee()).parkStuck(MovementKind.REFUND);

        assertThat(client.pageOf(scenario, "price-unwind", Map.of()))
                .contains("Nothing was done. The seller has been paid.");
        assertThat(client.pageOf(scenario, "unwind", Map.of("reason", "x", "plan", "3")))
                .contains("Refused: the seller has been paid");
    }

    @Test
    void aPlanFromBeforeThePaymentMovedOnIsNotOffered() {
        PaymentScenario scenario = stuckPayout();
        client.submit(scenario, "price-unwind", Map.of());
        client.submit(scenario, "retry", Map.of("reason", "once more"));
        scenario.advance(Duration.ofHours(1)).answerRejected(MovementKind.PAYOUT);

        assertThat(client.page(scenario))
                .contains("Price the unwind first.", "it is not offered any more")
                .doesNotContain("unless somebody decides to unwind by it");
        assertThat(client.pageOf(scenario, "unwind", Map.of("reason", "x", "plan", "2")))
                .contains("Refused: the payment has moved on since plan 2 was priced: price it again.");
    }

    private PaymentScenario stuckPayout() {
        return fixture.newPayment("ORD-1").convert().parkStuck(MovementKind.PAYOUT);
    }
}
