package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PaymentScenario;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class CorrectingThePayeeTest {
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
    void aCorrectionIsProposedAndThePayeeStaysUntilItIsApproved() {
        PaymentScenario scenario = wrongAccount();

        String page = client.pageOf(
                scenario,
                "correct-payee",
                Map.of("reason", "as the seller wrote", "number", "000 987 654", "city", "Oakland"));

        assertThat(page)
                .contains("A second person has to approve it")
                .doesNotContain("000987654", "Acme Outdoor LLC", "000123456789");
        assertThat(scenario.payment().order().payee().account().number()).isEqualTo("000123456789");
        var recorded = fixture.decisions.of(scenario.id()).getFirst();
        assertThat(recorded.status()).isEqualTo(DecisionStatus.PROPOSED);
        assertThat(recorded.decision()).isInstanceOfSatisfying(Decision.CorrectPayee.class, correction -> {
            assertThat(correction.payee().account().number()).isEqualTo("000987654");
            assertThat(correction.payee().name()).isEqualTo("Acme Outdoor LLC");
            assertThat(correction.payee().address()).isNotNull().satisfies(address -> {
                assertThat(address.city()).isEqualTo("Oakland");
                assertThat(address.street()).isEqualTo("Main Street");
            });
        });
    }

    @Test
    void aWrongCorrectionIsShownBesideItsFieldAndNothingIsRecorded() {
        PaymentScenario scenario = wrongAccount();

        String page = client.pageOf(
                scenario, "correct-payee", Map.of("reason", "x", "iban", "DE89370400440532013001", "country", "XX"));

        assertThat(page)
                .contains("payee-iban-error", "payee-country-error")
                .contains("The check digits are wrong; a character is probably mistyped.")
                .contains("value=\"DE89370400440532013001\"");
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
    }

    @Test
    void aCorrectionCorrectsSomething() {
        PaymentScenario scenario = wrongAccount();

        assertThat(client.pageOf(scenario, "correct-payee", Map.of("reason", "x")))
                .contains("payee-payeeName-error", "Nothing is corrected. Fill in what is wrong.");
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
    }

    @Test
    void thePayeeIsCorrectedOnlyWhereThatIsWhatThePaymentWaitsFor() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").convert().parkUnknown(MovementKind.PAYOUT);

        assertThat(client.pageOf(scenario, "correct-payee", Map.of("reason", "x", "number", "000987654")))
                .contains("Refused: the payment does not wait for a corrected payee.");
        assertThat(client.page(scenario)).doesNotContain("id=\"action-correct-payee\"", "Corrected payee");
    }

    @Test
    void aRepeatOfTheSameCorrectionIsOneDecision() {
        PaymentScenario scenario = wrongAccount();
        Map<String, String> form =
                Map.of("reason", "as the seller wrote", "number", "000987654", "decision", DecisionHeader.nextId());
        client.submit(scenario, "correct-payee", form);
        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(client.pageOf(scenario, "correct-payee", form)).contains("A second person has to approve it");
        assertThat(fixture.decisions.of(scenario.id())).hasSize(1);
    }

    private PaymentScenario wrongAccount() {
        return fixture.newPayment("ORD-1").convert().parkForRepair(Duration.ofDays(1));
    }
}
