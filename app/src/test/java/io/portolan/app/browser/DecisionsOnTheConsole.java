package io.portolan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people decide on the console, alone or two together. */
abstract class DecisionsOnTheConsole {
    private final ConsoleEnvironment console;

    DecisionsOnTheConsole(ConsoleEnvironment console) {
        this.console = console;
    }

    @Test
    void wantsEvidenceForWhatIsNeverAnswered() {
        PaymentPage payment = console.operatorAt(SampleOrder.NEVER_ANSWERED)
                .awaitStage("Parked")
                .awaitText(".exception", "Unknown");
        payment.window().inspect("payment-unknown");

        payment.send(payment.form("resolve"));

        for (String field : List.of("resolve-reason", "outcome", "source", "reference", "valueDate")) {
            assertThat(payment.form("resolve").locator("#" + field + "-error")).isVisible();
        }
        payment.awaitStage("Parked").awaitText("section[aria-labelledby=decisions-title]", "No decisions yet.");
        payment.window().inspect("payment-form-rejected");
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER_ANSWERED_BUT_EXECUTED, executed, Resolve as executed, Completed",
        "NEVER_ANSWERED_NOR_EXECUTED, not_executed, Resolve as not executed, Returned"
    })
    void letsEvidenceOfTwoPeopleDecideWhatIsNeverAnswered(
            SampleOrder sale, String outcome, String decision, String end) {
        PaymentPage payment = console.operatorAt(sale).awaitStage("Parked").awaitText(".exception", "Unknown");

        Locator form = payment.form("resolve");
        form.locator("input[value=%s]".formatted(outcome)).check();
        form.locator("[name=source]").selectOption("STATEMENT_LINE");
        form.locator("[name=reference]").fill("LINE-17");
        form.locator("[name=amount]").fill("994.50");
        form.locator("[name=valueDate]").fill(LocalDate.now(ZoneOffset.UTC).toString());
        payment.submitAction("resolve", "statement of today, line 17");
        payment.awaitText("main > .notice", "A second person has to approve it");
        console.approve(payment.id());

        payment.awaitStage(end).awaitDecision(decision, "statement of today, line 17");
        payment.awaitText("section[aria-labelledby=decisions-title]", "approved by checker");
    }

    @Test
    void paysTheCorrectedPayeeOnceASecondPersonHasApproved() {
        PaymentPage payment = console.operatorAt(SampleOrder.TO_CORRECT).awaitStage("Parked");
        payment.form("correct-payee").locator("[name=number]").fill("000123457099");
        payment.window().inspect("payment-correction");

        payment.submitAction("correct-payee", "the seller told the right number");
        payment.awaitText("main > .notice", "A second person has to approve it").awaitStage("Parked");
        BrowserWindow maker = console.operator().open("/console/approvals");
        assertThat(maker.find("#approvals")).containsText("You cannot approve this");
        maker.inspect("approvals-of-the-maker");
        console.approve(payment.id());

        payment.awaitStage("Completed").awaitDecision("Correct the payee", "the seller told the right number");
        assertThat(payment.section("flows-title")).containsText("Payout, plan 2, attempt 1");
    }

    @Test
    void unwindsWhatCannotBeCorrectedByThePlanThatWasShown() {
        PaymentPage payment = console.operatorAt(SampleOrder.TO_UNWIND).awaitStage("Parked");

        payment.send(payment.form("price-unwind"));
        payment.awaitText("main > .notice", "The unwind is priced: plan 2");
        assertThat(payment.section("plans-title")).containsText("Top-up return");
        payment.window().inspect("payment-priced");
        payment.submitAction("unwind", "the seller is gone");

        payment.awaitStage("Returned").awaitDecision("Unwind", "the seller is gone");
    }

    @Test
    void cancelsWhileTheCollectionIsSlow() throws Exception {
        console.send(SampleOrder.TO_CANCEL);
        PaymentPage payment = console.operatorAt(SampleOrder.TO_CANCEL).awaitStage("Collecting");
        payment.window().inspect("payment-collecting");

        payment.submitAction("cancel", "ordered twice");

        payment.awaitDecision("Cancel", "ordered twice");
        payment.awaitStage("Returned");
    }
}
