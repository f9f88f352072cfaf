package io.portolan.console.approvals;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People at the inbox: Ada has proposed, Bob checks. */
final class ApprovalClient {
    private static final DecisionPolicy POLICY = new DecisionPolicy(Set.of(), ConsoleFixture.LAPSES_AFTER);

    private final MockMvcTester mvc;
    private final ConsoleFixture fixture;

    ApprovalClient(MockMvcTester mvc, ConsoleFixture fixture) {
        this.mvc = mvc;
        this.fixture = fixture;
    }

    PaymentScenario correctionProposed() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").convert().parkForRepair(Duration.ofDays(1));
        fixture.decisions.add(POLICY.recorded(
                new Decision.CorrectPayee(header(scenario, "as the seller wrote"), SamplePayments.payee("000987654"))));
        return scenario;
    }

    PaymentScenario evidenceProposed() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").convert().parkUnknown(MovementKind.PAYOUT);
        Evidence evidence = new Evidence(
                Evidence.Source.BANK_PORTAL,
                "none found",
                scenario.payment().destination(),
                LocalDate.parse("2026-11-21"));
        fixture.decisions.add(POLICY.recorded(new Decision.ResolveNotExecuted(
                header(scenario, "the portal shows nothing"), new InstructionKey(scenario.id(), 1, 4, 1), evidence)));
        return scenario;
    }

    private static DecisionHeader header(PaymentScenario scenario, String reason) {
        return new DecisionHeader(
                DecisionHeader.nextId(),
                scenario.id(),
                "ada",
                reason,
                scenario.payment().version(),
                ConsoleFixture.NOW);
    }

    RecordedDecision decision(PaymentScenario scenario) {
        return fixture.decisions.of(scenario.id()).getFirst();
    }

    MvcTestResult approve(PaymentScenario scenario, RequestPostProcessor user) {
        return post(address(scenario) + "/approve", user);
    }

    MvcTestResult reject(PaymentScenario scenario, String reason) {
        return mvc.post()
                .uri(address(scenario) + "/reject")
                .param("reason", reason)
                .with(csrf())
                .with(TestUsers.checker())
                .exchange();
    }

    private String address(PaymentScenario scenario) {
        return "/console/approvals/" + scenario.id() + "/"
                + decision(scenario).decision().header().id();
    }

    MvcTestResult post(String path, RequestPostProcessor user) {
        return mvc.post().uri(path).with(csrf()).with(user).exchange();
    }

    String home() {
        return PageText.html(mvc.get().uri("/console").with(TestUsers.viewer()).exchange());
    }

    String page(RequestPostProcessor user) {
        return PageText.html(mvc.get().uri("/console/approvals").with(user).exchange());
    }

    String pageAfter(MvcTestResult action) {
        return PageText.html(mvc.get()
                .uri("/console/approvals")
                .flashAttrs(new HashMap<>(action.getMvcResult().getFlashMap()))
                .with(TestUsers.checker())
                .exchange());
    }
}
