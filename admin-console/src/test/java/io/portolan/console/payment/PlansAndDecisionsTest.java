package io.portolan.console.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionKind;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class PlansAndDecisionsTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture fixture;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void showsWhatEachMovementOfAPlanDoesAndHowFarItIs() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").book(MovementKind.COLLECTION);

        assertThat(plans(scenario))
                .contains("Plans 1", "Plan 1: From the buyer to the seller Current")
                .contains("Collection 7,200.00 CNY Booked From the buyer to our CNY account B-CNY at bank B.")
                .contains("newest instruction " + scenario.id() + "/1/1/1")
                .contains(
                        "Top-up 7,164.00 CNY Not started From our CNY account B-CNY at bank B to our CNY account D-CNY")
                .contains("7,164.00 CNY for 994.50 USD at 0.13882, with dealer")
                .contains("the rate holds until 21 Nov 2026 12:05:00 UTC , in 5 min")
                .contains("A new rate may give up to 50 basis points less.", "The house bears its cost.")
                .contains("Payout 994.50 USD Not started From our USD account D-USD at bank D to the seller A***")
                .contains("planned ledger entries", "When booked 7,200.00");
    }

    @Test
    void showsTheCurrentPlanFirstAndWhatItCosts() {
        String plans = plans(startUnwind(fixture.newPayment("ORD-1")).instruct(MovementKind.REVERSAL));

        assertThat(plans.indexOf("Plan 2: Back to the buyer Current"))
                .isPositive()
                .isLessThan(plans.indexOf("Plan 1: From the buyer to the seller Replaced"));
        assertThat(plans)
                .contains("Because: ac04: The account was closed.")
                .contains("Reversal 994.50 USD Instructed")
                .contains("994.50 USD for 7,110.67 CNY at 7.15")
                .contains("FX result \u221253.33 CNY", "Kept by banks 0.00 CNY", "Refund to the buyer 7,200.00 CNY")
                .contains("The house bears the loss of 53.33 CNY.");
    }

    @Test
    void showsRefundsAndThePlansThatDoThem() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").complete();
        scenario.requestRefund(Money.parse(scenario.payment().price().source().currency(), "100.00"));

        assertThat(page(scenario))
                .contains("Refunds for the merchant 1", "100.00 CNY Current Requested by customer, by plan 2")
                .contains("Plan 2: Refund for the merchant Current");
    }

    @Test
    void showsWhoHoldsThePaymentAndWhy() {
        assertThat(page(fixture.newPayment("ORD-1").hold("the merchant is being looked into")))
                .contains("Held by ada since 21 Nov 2026 11:50:00 UTC", "the merchant is being looked into");
    }

    @Test
    void showsTheBreaksOfThePayment() {
        PaymentScenario scenario = fixture.newPayment("ORD-1")
                .book(MovementKind.COLLECTION)
                .recordInquiry(MovementKind.COLLECTION, new InquiryResult.Booked("OTHER", ConsoleFixture.NOW, null));

        assertThat(page(scenario))
                .contains("Breaks 1", "Second execution 7,200.00 CNY Open")
                .contains("the bank has executed it again, under another reference; owner on-duty");
    }

    @Test
    void showsEveryBankCallAndEveryDecision() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").leaveUnanswered(MovementKind.COLLECTION);
        RecordedDecision hold = new DecisionPolicy(Set.of(DecisionKind.HOLD), Duration.ofHours(4))
                .recorded(new Decision.Hold(new DecisionHeader(
                        DecisionHeader.nextId(),
                        scenario.id(),
                        "ada",
                        "the bank is <b>back</b>",
                        1,
                        ConsoleFixture.NOW)));
        fixture.decisions.add(hold);
        String id = hold.decision().header().id();

        assertThat(page(scenario))
                .contains("Collection, plan 1, attempt 1 Instruction 1 850 ms Taken C")
                .contains("Collection, plan 1, attempt 1 Inquiry 3 1.9 s Unknown the bank answered 503")
                .contains("Hold Proposed by ada \u201cthe bank is &lt;b&gt;back&lt;/b&gt;\u201d")
                .contains("lapses 21 Nov 2026 16:00:00 UTC");
        fixture.decisions.approve(scenario.id(), id, new Approval("bob", ConsoleFixture.NOW));
        fixture.decisions.end(
                scenario.id(),
                id,
                Ending.applied("version 1, COLLECTING", "version 2, COLLECTING, held", ConsoleFixture.NOW));
        assertThat(page(scenario))
                .contains("Hold Carried out by ada , approved by bob 21 Nov 12:00:00")
                .contains("Before: version 1, COLLECTING \u00b7 After: version 2, COLLECTING, held");
    }

    private static PaymentScenario startUnwind(PaymentScenario scenario) {
        return scenario.convert()
                .reject(MovementKind.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.15");
    }

    private String plans(PaymentScenario scenario) {
        return PageText.visibleText(PageText.between(html(scenario), "plans-title", "flows-title"));
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
