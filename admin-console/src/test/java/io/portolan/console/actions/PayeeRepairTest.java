package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleTest;
import io.portolan.console.ConsoleWorld;
import io.portolan.console.ScriptedWorkflows.Asked;
import io.portolan.console.Story;
import io.portolan.domain.identity.Step;
import io.portolan.domain.party.Party;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ConsoleTest
class PayeeRepairTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleWorld world;

    private Desk desk;

    @BeforeEach
    void startAgain() {
        world.startAgain();
        desk = new Desk(mvc);
    }

    @Test
    void aRetryCanCarryACorrectedPayeeThatIsStoredFirst() {
        Story story = wrongAccount();

        desk.act(story, "retry", Map.of("reason", "as the seller wrote", "number", "000 987 654", "city", "Oakland"));

        Party payee = story.payment().order().payee();
        assertThat(payee.account().number()).isEqualTo("000987654");
        assertThat(payee.name()).isEqualTo("Acme Outdoor LLC");
        assertThat(payee.address()).isNotNull().satisfies(address -> {
            assertThat(address.city()).isEqualTo("Oakland");
            assertThat(address.street()).isEqualTo("Main Street");
        });
        assertThat(world.workflows.asked()).extracting(Asked::what).containsExactly("retry");
    }

    @Test
    void aWrongCorrectionIsShownBesideItsFieldAndNothingHappens() {
        Story story = wrongAccount();

        MvcTestResult result =
                desk.act(story, "retry", Map.of("reason", "x", "iban", "DE89370400440532013001", "country", "XX"));

        assertThat(desk.after(result, story))
                .contains("payee-iban-error", "Not an IBAN with a right checksum.", "payee-country-error")
                .contains("value=\"DE89370400440532013001\"");
        assertThat(story.payment().order().payee().account().number()).isEqualTo("000123456789");
        assertThat(world.workflows.asked()).isEmpty();
    }

    @Test
    void thePayeeIsCorrectedOnlyWhereThatIsWhatThePaymentWaitsFor() {
        Story story = world.story("ORD-1").converted().silent(Step.PAYOUT).parked(Step.PAYOUT, Story.NO_ANSWER, null);

        MvcTestResult result = desk.act(story, "retry", Map.of("reason", "x", "number", "000987654"));

        assertThat(desk.after(result, story)).contains("does not wait for the payee to be corrected");
        assertThat(desk.page(story)).doesNotContain("Corrected payee");
    }

    @Test
    void aStoredCorrectionIsToldEvenIfTheRetryIsNotTaken() {
        Story story = wrongAccount();
        world.workflows.goDown();

        MvcTestResult result = desk.act(story, "retry", Map.of("reason", "x", "number", "000987654"));

        assertThat(desk.after(result, story))
                .contains("The workflow engine does not answer", "The corrected payee is stored.");
    }

    private Story wrongAccount() {
        return world.story("ORD-1")
                .converted()
                .refused(Step.PAYOUT, Story.WRONG_ACCOUNT)
                .parked(Step.PAYOUT, Story.WRONG_ACCOUNT, Duration.ofDays(1));
    }
}
