package io.portolan.console.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class ResolvingTest {
    private static final Map<String, String> EVIDENCE = Map.of(
            "reason", "as the statement says",
            "outcome", "executed",
            "source", "STATEMENT_LINE",
            "reference", "STMT-17",
            "amount", "994.50",
            "valueDate", "2026-11-21");

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
    void evidenceIsProposedWholeToASecondPerson() {
        PaymentScenario scenario = unknownPayout();

        String page = client.pageOf(scenario, "resolve", EVIDENCE);

        assertThat(page).contains("A second person has to approve it");
        var recorded = fixture.decisions.of(scenario.id()).getFirst();
        assertThat(recorded.status()).isEqualTo(DecisionStatus.PROPOSED);
        assertThat(recorded.decision()).isInstanceOfSatisfying(Decision.ResolveExecuted.class, executed -> {
            assertThat(executed.instruction()).isEqualTo(new InstructionKey(scenario.id(), 1, 4, 1));
            assertThat(executed.evidence())
                    .isEqualTo(new Evidence(
                            Evidence.Source.STATEMENT_LINE,
                            "STMT-17",
                            Money.parse(Currency.of("USD"), "994.50"),
                            LocalDate.parse("2026-11-21")));
        });
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @Test
    void theFormNamesTheInstructionAndSaysUntilWhenACopyCouldTakeEffect() {
        PaymentScenario scenario = unknownPayout();
        fixture.clock.set(scenario.payment().updatedAt());

        assertThat(PageText.visibleText(client.page(scenario)))
                .contains("Payout, plan 1, attempt 1 , 994.50 USD " + scenario.id() + "/1/4/1")
                .contains("Not provable yet: a copy of the instruction could still take effect until"
                        + " 21 Nov 2026 11:57:10 UTC , in 6 min");
        fixture.clock.set(ConsoleFixture.NOW);
        assertThat(client.page(scenario)).doesNotContain("Not provable yet");
    }

    @Test
    void whatACopyCouldStillExecuteIsNotProvenNotExecuted() {
        PaymentScenario scenario = unknownPayout();
        fixture.clock.set(scenario.payment().updatedAt());

        assertThat(client.pageOf(scenario, "resolve", with("outcome", "not_executed")))
                .contains("Refused: a copy of the instruction could still take effect until");
        fixture.clock.set(ConsoleFixture.NOW);
        assertThat(client.pageOf(scenario, "resolve", with("outcome", "not_executed")))
                .contains("A second person has to approve it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome     | perhaps    | Choose what the evidence shows.",
                "source      | RUMOUR     | Choose where the evidence was seen.",
                "reference   | ''         | Enter the bank\u2019s reference",
                "amount      | ''         | Enter the amount.",
                "amount      | 994.505    | Enter an amount in USD, such as 994.50.",
                "amount      | much       | Enter an amount in USD, such as 994.50.",
                "amount      | 0          | The amount must be more than zero.",
                "amount      | -1         | The amount must be more than zero.",
                "valueDate   | 21.11.2026 | Enter a date such as 2026-11-21.",
                "valueDate   | 2027-01-01 | The value date is not in the future",
                "valueDate   | 0026-11-21 | nor before 2000.",
                "instruction | pay_x/1    | This form names no instruction.",
            })
    void showsWhatIsWrongAndRecordsNothing(String field, String typed, String error) {
        PaymentScenario scenario = unknownPayout();

        assertThat(client.pageOf(scenario, "resolve", with(field, typed))).contains(error);
        assertThat(fixture.decisions.of(scenario.id())).isEmpty();
    }

    @Test
    void showsEverythingThatIsWrongAtOnceAndLosesNothing() {
        PaymentScenario scenario = unknownPayout();
        Map<String, String> wrong = Map.of(
                "reason", " ",
                "outcome", "executed",
                "source", "CALL",
                "reference", "x".repeat(141),
                "amount", "a \"lot\"",
                "valueDate", "yesterday");

        String page = client.pageOf(scenario, "resolve", wrong);

        assertThat(page)
                .contains("Nothing was done.", "resolve-reason-error", "amount-error", "valueDate-error")
                .contains("Use at most 140 characters (currently 141).", "value=\"a &quot;lot&quot;\"")
                .contains("value=\"yesterday\"", "x".repeat(141))
                .containsPattern("value=\"executed\"\\s+checked")
                .containsPattern("value=\"CALL\"\\s+selected");
    }

    @Test
    void groupsInAnAmountAreUnderstood() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").parkUnknown(MovementKind.COLLECTION);

        assertThat(client.pageOf(scenario, "resolve", with("amount", "7,200.00")))
                .contains("A second person has to approve it");
    }

    @Test
    void evidenceAboutAnotherInstructionThanThePaymentWaitsForIsRefused() {
        PaymentScenario scenario = unknownPayout();
        String trade = scenario.id() + "/1/3/1";

        assertThat(client.pageOf(scenario, "resolve", with("instruction", trade, "amount", "7164.00")))
                .contains("Refused: the payment waits for " + scenario.id() + "/1/4/1, not for " + trade + ".");
        assertThat(fixture.decisions.of(scenario.id()).getFirst().status()).isEqualTo(DecisionStatus.REFUSED);
    }

    @Test
    void aPaymentWithoutAnUnknownOutcomeHasNoFormForEvidence() {
        PaymentScenario scenario = fixture.newPayment("ORD-1").convert().parkForRepair(Duration.ofDays(1));

        assertThat(client.page(scenario))
                .contains("There is no unknown outcome to resolve.")
                .doesNotContain("id=\"action-resolve\"");
        assertThat(client.pageOf(scenario, "resolve", EVIDENCE)).contains("Refused: no outcome is unknown.");
    }

    private PaymentScenario unknownPayout() {
        return fixture.newPayment("ORD-1").convert().parkUnknown(MovementKind.PAYOUT);
    }

    private static Map<String, String> with(String... fieldsAndValues) {
        Map<String, String> form = new HashMap<>(EVIDENCE);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            form.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return form;
    }
}
