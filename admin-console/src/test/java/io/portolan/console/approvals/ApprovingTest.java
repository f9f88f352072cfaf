package io.portolan.console.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.DecisionStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ConsoleTest
class ApprovingTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture fixture;

    private ApprovalClient client;

    @BeforeEach
    void reset() {
        fixture.reset();
        client = new ApprovalClient(mvc, fixture);
    }

    @Test
    void theSecondPersonsApprovalIsCarriedOut() {
        PaymentScenario scenario = client.correctionProposed();

        MvcTestResult result = client.approve(scenario, TestUsers.checker());

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console/approvals");
        assertThat(client.pageAfter(result)).contains("The decision has been carried out.");
        assertThat(client.decision(scenario).status()).isEqualTo(DecisionStatus.APPLIED);
        assertThat(client.decision(scenario).approval())
                .isNotNull()
                .satisfies(approval -> assertThat(approval.checker()).isEqualTo("bob"));
        assertThat(scenario.payment().order().payee().account().number()).isEqualTo("000987654");
        assertThat(scenario.payment().plan(2).isOpen()).isTrue();
    }

    @Test
    void theMakerCannotApproveHisOwn() {
        PaymentScenario scenario = client.correctionProposed();

        assertThat(client.page(TestUsers.operator()))
                .contains("You cannot approve this: whoever proposed it cannot approve it.")
                .doesNotContain("/approve");
        assertThat(client.pageAfter(client.approve(scenario, TestUsers.operator())))
                .contains("This was not approved: whoever proposed it cannot approve it.");
        assertThat(client.decision(scenario).status()).isEqualTo(DecisionStatus.PROPOSED);
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @Test
    void whatThePaymentDoesNotAllowAnyMoreIsToldBeforeAndRefusedAfter() {
        PaymentScenario scenario = client.correctionProposed();
        scenario.hold("wait");

        assertThat(client.page(TestUsers.checker()))
                .contains("If it were approved now, it would be refused: the payment has moved on");
        assertThat(client.pageAfter(client.approve(scenario, TestUsers.checker())))
                .contains("Refused: the payment has moved on");
        assertThat(client.decision(scenario).status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(scenario.payment().order().payee().account().number()).isEqualTo("000123456789");
    }

    @Test
    void evidenceIsNotBelievedWhileTheBankGivesNoAnswer() {
        PaymentScenario scenario = client.evidenceProposed();
        fixture.workflows.bankSays(new InquiryResult.Unknown("time-out"));

        assertThat(client.pageAfter(client.approve(scenario, TestUsers.checker())))
                .contains("Refused: the bank gives no answer (time-out): try again later.");
    }

    @Test
    void anApprovalStandsWhileTheWorkflowServiceIsDown() {
        PaymentScenario scenario = client.evidenceProposed();
        fixture.workflows.goDown();

        assertThat(client.pageAfter(client.approve(scenario, TestUsers.checker())))
                .contains("The decision stands in the database. The workflow service does not answer");
        assertThat(client.decision(scenario).status()).isEqualTo(DecisionStatus.APPROVED);
        assertThat(fixture.decisions.listAwaitingEffect(10)).containsExactly(scenario.id());
    }

    @Test
    void whatWasApprovedIsNotApprovedAgain() {
        PaymentScenario scenario = client.evidenceProposed();
        client.approve(scenario, TestUsers.checker());

        assertThat(client.pageAfter(client.approve(scenario, TestUsers.checker())))
                .contains("This was not approved: it is applied already.");
        assertThat(client.pageAfter(client.reject(scenario, "no")))
                .contains("This was not rejected: it has been carried out already.");
        assertThat(fixture.workflows.decided()).hasSize(1);
    }

    @Test
    void whatHasLapsedIsNotApproved() {
        PaymentScenario scenario = client.correctionProposed();
        fixture.clock.advance(ConsoleFixture.LAPSES_AFTER);

        assertThat(client.pageAfter(client.approve(scenario, TestUsers.checker())))
                .contains("This was not approved: it is lapsed already.");
        assertThat(client.decision(scenario).status()).isEqualTo(DecisionStatus.LAPSED);
        assertThat(client.pageAfter(client.reject(scenario, "no"))).contains("This was not rejected: it has lapsed.");
    }

    @Test
    void aRejectionIsRecordedWithItsReason() {
        PaymentScenario scenario = client.correctionProposed();

        assertThat(client.pageAfter(client.reject(scenario, "the letter looks forged")))
                .contains("The decision has been rejected.", "Nothing waits for an approval.");
        assertThat(client.decision(scenario).status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(client.decision(scenario).ending())
                .isNotNull()
                .satisfies(ending -> assertThat(ending.detail()).isEqualTo("rejected by bob: the letter looks forged"));
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @Test
    void aRejectionNeedsAReasonAndLosesNothingThatWasTyped() {
        PaymentScenario scenario = client.correctionProposed();

        assertThat(client.pageAfter(client.reject(scenario, " "))).contains("Enter a reason.");
        assertThat(client.pageAfter(client.reject(scenario, "x".repeat(501))))
                .contains("Use at most 500 characters (currently 501).", "x".repeat(501));
        assertThat(client.decision(scenario).status()).isEqualTo(DecisionStatus.PROPOSED);
    }

    @Test
    void anUnknownDecisionOrPaymentIsNotFound() {
        PaymentScenario scenario = client.correctionProposed();
        PaymentScenario other = fixture.newPayment("ORD-2");
        String id = client.decision(scenario).decision().header().id();

        assertThat(client.post("/console/approvals/" + other.id() + "/" + id + "/approve", TestUsers.checker()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(client.post("/console/approvals/pay_x/" + id + "/reject", TestUsers.checker()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
