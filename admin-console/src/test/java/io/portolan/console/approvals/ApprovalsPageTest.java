package io.portolan.console.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.decision.DecisionStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class ApprovalsPageTest {
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
    void saysSoWhenNothingWaits() {
        assertThat(client.page(TestUsers.operator())).contains("Nothing waits for an approval.", "<title>Approvals ");
    }

    @Test
    void showsTheCheckerAPayeeBeforeAndAfterFieldByField() {
        PaymentScenario scenario = client.correctionProposed();

        String page = PageText.visibleText(client.page(TestUsers.checker()));

        assertThat(page)
                .contains("Correct the payee Proposed ORD-1 " + scenario.id())
                .contains("By ada 21 Nov 2026 12:00:00 UTC ,", "\u201cas the seller wrote\u201d")
                .contains("Lapses 21 Nov 2026 16:00:00 UTC , in 4 h .")
                .contains("Account number 000123456789 000987654 changed", "Name Acme Outdoor LLC Acme Outdoor LLC")
                .containsOnlyOnce("000987654")
                .contains("Approve");
    }

    @Test
    void showsAViewerNoPersonalDataAndNoForms() {
        client.correctionProposed();

        assertThat(client.page(TestUsers.viewer()))
                .contains("Correct the payee", "A*** O****** L**")
                .doesNotContain("000987654", "000123456789", "Acme Outdoor", "/approve", "/reject");
    }

    @Test
    void showsEvidenceWhole() {
        PaymentScenario scenario = client.evidenceProposed();

        assertThat(PageText.visibleText(client.page(TestUsers.checker())))
                .contains("Resolve as not executed", "Payout, plan 1, attempt 1", scenario.id() + "/1/4/1")
                .contains("Source The bank\u2019s portal Bank\u2019s reference none found")
                .contains("Amount that did not move 994.50 USD Value date 2026-11-21");
    }

    @Test
    void theNavigationCountsWhatWaits() {
        client.evidenceProposed();

        assertThat(PageText.visibleText(client.home())).contains("Approvals 1 waiting");
        fixture.clock.advance(ConsoleFixture.LAPSES_AFTER);
        assertThat(PageText.visibleText(client.home())).doesNotContain("waiting");
    }

    @Test
    void openingTheInboxEndsWhatHasLapsed() {
        PaymentScenario scenario = client.correctionProposed();
        fixture.clock.advance(ConsoleFixture.LAPSES_AFTER);

        assertThat(client.page(TestUsers.viewer())).contains("Nothing waits for an approval.");
        assertThat(client.decision(scenario).status()).isEqualTo(DecisionStatus.LAPSED);
        assertThat(client.decision(scenario).ending())
                .isNotNull()
                .satisfies(ending -> assertThat(ending.before()).contains("PARKED"));
    }
}
