package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PaymentScenario;
import io.portolan.domain.ids.Step;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.party.Party;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ConsoleTest
class RetryWithPayeeCorrectionTest {
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
    void storesACorrectedPayeeBeforeTheRetry() {
        PaymentScenario scenario = wrongAccount();

        client.submit(
                scenario, "retry", Map.of("reason", "as the seller wrote", "number", "000 987 654", "city", "Oakland"));

        Party payee = scenario.payment().order().payee();
        assertThat(payee.account().number()).isEqualTo("000987654");
        assertThat(payee.name()).isEqualTo("Acme Outdoor LLC");
        assertThat(payee.address()).isNotNull().satisfies(address -> {
            assertThat(address.city()).isEqualTo("Oakland");
            assertThat(address.street()).isEqualTo("Main Street");
        });
        assertThat(fixture.workflows.decided()).hasExactlyElementsOfTypes(Decision.Retry.class);
    }

    @Test
    void aWrongCorrectionIsShownBesideItsFieldAndNothingHappens() {
        PaymentScenario scenario = wrongAccount();

        MvcTestResult result = client.submit(
                scenario, "retry", Map.of("reason", "x", "iban", "DE89370400440532013001", "country", "XX"));

        assertThat(client.pageAfter(result, scenario))
                .contains("payee-iban-error", "Not an IBAN with a right checksum.", "payee-country-error")
                .contains("value=\"DE89370400440532013001\"");
        assertThat(scenario.payment().order().payee().account().number()).isEqualTo("000123456789");
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @Test
    void thePayeeIsCorrectedOnlyWhereThatIsWhatThePaymentWaitsFor() {
        PaymentScenario scenario = fixture.newPayment("ORD-1")
                .convert()
                .leaveUnanswered(Step.PAYOUT)
                .park(Step.PAYOUT, PaymentScenario.NO_ANSWER, null);

        MvcTestResult result = client.submit(scenario, "retry", Map.of("reason", "x", "number", "000987654"));

        assertThat(client.pageAfter(result, scenario))
                .contains("this payment is not waiting for corrected payee details");
        assertThat(client.page(scenario)).doesNotContain("Corrected payee");
    }

    @Test
    void saysThatTheCorrectionIsStoredEvenIfTheRetryFails() {
        PaymentScenario scenario = wrongAccount();
        fixture.workflows.goDown();

        MvcTestResult result = client.submit(scenario, "retry", Map.of("reason", "x", "number", "000987654"));

        assertThat(client.pageAfter(result, scenario))
                .contains("The workflow service is not responding", "The corrected payee details have been saved.");
    }

    private PaymentScenario wrongAccount() {
        return fixture.newPayment("ORD-1")
                .convert()
                .reject(Step.PAYOUT, PaymentScenario.WRONG_ACCOUNT)
                .park(Step.PAYOUT, PaymentScenario.WRONG_ACCOUNT, Duration.ofDays(1));
    }
}
