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
    private ConsoleFixture world;

    private ActionClient client;

    @BeforeEach
    void reset() {
        world.reset();
        client = new ActionClient(mvc);
    }

    @Test
    void storesACorrectedPayeeBeforeTheRetry() {
        PaymentScenario story = wrongAccount();

        client.submit(
                story, "retry", Map.of("reason", "as the seller wrote", "number", "000 987 654", "city", "Oakland"));

        Party payee = story.payment().order().payee();
        assertThat(payee.account().number()).isEqualTo("000987654");
        assertThat(payee.name()).isEqualTo("Acme Outdoor LLC");
        assertThat(payee.address()).isNotNull().satisfies(address -> {
            assertThat(address.city()).isEqualTo("Oakland");
            assertThat(address.street()).isEqualTo("Main Street");
        });
        assertThat(world.workflows.decided()).hasExactlyElementsOfTypes(Decision.Retry.class);
    }

    @Test
    void aWrongCorrectionIsShownBesideItsFieldAndNothingHappens() {
        PaymentScenario story = wrongAccount();

        MvcTestResult result =
                client.submit(story, "retry", Map.of("reason", "x", "iban", "DE89370400440532013001", "country", "XX"));

        assertThat(client.pageAfter(result, story))
                .contains("payee-iban-error", "Not an IBAN with a right checksum.", "payee-country-error")
                .contains("value=\"DE89370400440532013001\"");
        assertThat(story.payment().order().payee().account().number()).isEqualTo("000123456789");
        assertThat(world.workflows.decided()).isEmpty();
    }

    @Test
    void thePayeeIsCorrectedOnlyWhereThatIsWhatThePaymentWaitsFor() {
        PaymentScenario story = world.newPayment("ORD-1")
                .convert()
                .leaveUnanswered(Step.PAYOUT)
                .park(Step.PAYOUT, PaymentScenario.NO_ANSWER, null);

        MvcTestResult result = client.submit(story, "retry", Map.of("reason", "x", "number", "000987654"));

        assertThat(client.pageAfter(result, story)).contains("does not wait for the payee to be corrected");
        assertThat(client.page(story)).doesNotContain("Corrected payee");
    }

    @Test
    void saysThatTheCorrectionIsStoredEvenIfTheRetryFails() {
        PaymentScenario story = wrongAccount();
        world.workflows.goDown();

        MvcTestResult result = client.submit(story, "retry", Map.of("reason", "x", "number", "000987654"));

        assertThat(client.pageAfter(result, story))
                .contains("The workflow engine does not answer", "The corrected payee is stored.");
    }

    private PaymentScenario wrongAccount() {
        return world.newPayment("ORD-1")
                .convert()
                .reject(Step.PAYOUT, PaymentScenario.WRONG_ACCOUNT)
                .park(Step.PAYOUT, PaymentScenario.WRONG_ACCOUNT, Duration.ofDays(1));
    }
}
