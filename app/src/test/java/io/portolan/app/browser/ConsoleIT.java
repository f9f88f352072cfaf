package io.portolan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console as people use it: every page and every action, in a browser that speaks to nobody else. */
class ConsoleIT {
    @RegisterExtension
    static final Stage STAGE = new Stage();

    @Test
    void refusesAWrongPassword() {
        Visit visit = STAGE.stranger().open("/console");
        visit.inspect("login");

        visit.logIn(STAGE.world().operatorName(), "not the password");

        assertThat(visit.find("main [role=alert]")).hasText("Name or password is wrong.");
        visit.inspect("login-refused");
        visit.logIn(STAGE.world().operatorName(), STAGE.world().operatorPassword());
        assertThat(visit.page()).hasURL(Pattern.compile("/console(\\?continue)?$"));
    }

    @Test
    void showsFirstWhatNeedsAPerson() {
        Visit visit = STAGE.operator();

        Locator row = visit.find("#attention tr[data-payment=%s]".formatted(STAGE.payment(Sale.WAITING)));
        assertThat(row).containsText("Correct the payee's details and retry, or unwind".replace('\'', '\u2019'));
        assertThat(visit.find("main > section").first()).hasId("attention");
        assertThat(visit.find("#list tr[data-payment=%s]".formatted(STAGE.payment(Sale.PLAIN))))
                .isVisible();
        visit.inspect("landing");
    }

    @Test
    void saysWhatNothingRepairsByItselfUntilAnOperatorEndsIt() {
        OpenAlert alert = OpenAlert.raised(STAGE, "NOSTRO:B:CNY", "Line 17 does not follow line 16.");
        alert.isSaid();

        alert.end("line 17 was restored");
        alert.isSaidNoMore();
    }

    @Test
    void keepsFiltersInTheAddress() {
        Visit visit = STAGE.operator();
        OpenPayment.in(visit, STAGE.payment(Sale.PLAIN)).reaches("Completed");

        visit.open("/console");
        visit.page().getByLabel("Stage").selectOption("completed");
        visit.page().getByLabel("Order reference").fill(Sale.PLAIN.reference());
        visit.find(".filters button").click();

        assertThat(visit.page()).hasURL(Pattern.compile("\\?stage=completed&reference=ORD-PLAIN&"));
        visit.page().reload();
        assertThat(visit.find("#list tbody tr")).hasCount(1);
        assertThat(visit.find("#stage")).hasValue("completed");
        visit.inspect("landing-filtered");
    }

    @Test
    void tellsAllOfACompletedPayment() {
        OpenPayment payment = STAGE.operatorAt(Sale.PLAIN).reaches("Completed");

        for (String leg : List.of("Collection", "Conversion", "Payout")) {
            Locator attempt =
                    payment.section("flows-title").locator("tbody tr:has(:text-is(\"%s, attempt 1\"))".formatted(leg));
            assertThat(attempt.locator("td[data-label=Information] .badge")).hasText("Booked");
            assertThat(attempt.locator("td[data-label=Information] time")).hasCount(2);
            assertThat(attempt.locator("td[data-label=Funds] .badge")).hasText("Settled");
            assertThat(attempt.locator("td[data-label=Funds] time")).hasCount(1);
            assertThat(payment.section("timeline-title")).containsText(leg + " booked");
            Locator call = payment.section("calls-title").locator("tr:has(:text-is(\"%s, attempt 1\"))".formatted(leg));
            assertThat(call.first()).containsText("We instructed");
        }
        assertThat(payment.visit().find(".next")).containsText("Nothing, as far as we know.");
        payment.visit().inspect("payment-completed");
    }

    @Test
    void showsABookInWhichEveryCurrencySumsToZero() {
        OpenPayment payment = STAGE.operatorAt(Sale.PLAIN).reaches("Completed");

        assertThat(payment.section("book-title").locator(".entry").count()).isGreaterThanOrEqualTo(5);
        assertThat(payment.section("book-title").locator(".totals .verdict"))
                .hasText(new String[] {"balanced", "balanced"});
        assertThat(payment.sumsOfTheBook())
                .containsOnlyKeys("CNY", "USD")
                .allSatisfy((_, sum) -> assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO));
    }

    @Test
    void showsHowARefusedPayoutIsUndone() {
        OpenPayment payment = STAGE.operatorAt(Sale.REFUSED).reaches("Returned");

        assertThat(payment.section("flows-title").locator("tr.undo th"))
                .hasText(new String[] {"Refund, attempt 1", "Reversal, attempt 1"});
        assertThat(payment.section("plan-title").locator("dd:has-text(\"The house bears the loss.\") .amount"))
                .containsText(Pattern.compile("[\u2212-][0-9.]+\\s?CNY"));
        assertThat(payment.section("book-title")
                        .locator("tr:has-text(\"FX loss\")")
                        .first())
                .isVisible();
        assertThat(payment.section("book-title").locator(".totals .odd")).hasCount(0);
        assertThat(payment.visit().find(".next")).containsText("The buyer was refunded 7,200.00 CNY.");
        payment.visit().inspect("payment-returned");
    }

    @Test
    void wantsEvidenceForWhatIsNeverAnswered() {
        OpenPayment payment =
                STAGE.operatorAt(Sale.NEVER_ANSWERED).reaches("Parked").says(".attention", "Unknown");
        payment.visit().inspect("payment-unknown");

        payment.send(payment.form("resolve"));

        assertThat(payment.form("resolve").locator("#resolve-reason-error")).hasText("Say what proves it.");
        assertThat(payment.form("resolve").locator("#verdict-error")).hasText("Choose what the evidence proves.");
        payment.reaches("Parked")
                .says("section[aria-labelledby=people-title]", "Nobody had to decide anything so far.");
        payment.visit().inspect("payment-form-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER_ANSWERED_BUT_EXECUTED, EXECUTED, Resolved as executed, Completed",
        "NEVER_ANSWERED_NOR_EXECUTED, NOT_EXECUTED, Resolved as not executed, Returned"
    })
    void letsEvidenceDecideWhatIsNeverAnswered(Sale sale, String verdict, String decision, String end) {
        OpenPayment payment = STAGE.operatorAt(sale).reaches("Parked").says(".attention", "Unknown");

        payment.form("resolve").locator("input[value=%s]".formatted(verdict)).check();
        payment.act("resolve", "statement of today, line 17");
        payment.says("main > .notice", "Resolved.").reaches(end);
        payment.isDecided(decision + " by operator", "statement of today, line 17");
    }

    @Test
    void sendsAPayoutAgainToTheCorrectedPayee() {
        OpenPayment payment = STAGE.operatorAt(Sale.TO_CORRECT).reaches("Parked");
        payment.form("retry").locator("[name=number]").fill("000123457099");
        payment.visit().inspect("payment-correction");

        payment.act("retry", "the seller told the right number");

        payment.says("main > .notice", "The payee was corrected").reaches("Completed");
        payment.isDecided("Retried by operator", "the seller told the right number");
        assertThat(payment.section("flows-title")).containsText("Payout, attempt 2");
    }

    @Test
    void unwindsWhatCannotBeCorrected() {
        OpenPayment payment = STAGE.operatorAt(Sale.TO_UNWIND).reaches("Parked");

        payment.act("compensate", "the seller is gone");

        payment.reaches("Returned").isDecided("Unwound by operator", "the seller is gone");
    }

    @Test
    void cancelsWhileTheCollectionIsSlow() throws Exception {
        STAGE.send(Sale.TO_CANCEL);
        OpenPayment payment = STAGE.operatorAt(Sale.TO_CANCEL).reaches("Collecting");
        payment.visit().inspect("payment-collecting");

        payment.act("cancel", "ordered twice");

        payment.says("main > .notice", "The cancellation was asked for.")
                .isDecided("Cancelled by operator", "ordered twice");
        payment.reaches("Returned");
    }

    @Test
    void changesWhileItIsOpenWithoutBeingLoadedAgain() throws Exception {
        Visit landing = STAGE.operator();
        assertThat(landing.find("#live")).hasText("Live");
        int loadedBefore = landing.navigations();

        String id = STAGE.send(Sale.WATCHED);

        Locator row = landing.find("#list tr[data-payment=%s]".formatted(id));
        assertThat(row).isVisible();
        OpenPayment payment = STAGE.operatorAt(Sale.WATCHED);
        int paymentLoadedBefore = payment.visit().navigations();
        payment.reaches("Paying out").reaches("Completed");
        assertThat(row.locator(".badge")).hasText("Completed");
        assertThat(landing.navigations()).isEqualTo(loadedBefore);
        assertThat(payment.visit().navigations()).isEqualTo(paymentLoadedBefore);
    }

    @Test
    void letsAViewerSeeAndNotAct() {
        Visit visit = STAGE.viewer();
        OpenPayment payment = OpenPayment.in(visit, STAGE.payment(Sale.WAITING)).reaches("Parked");
        payment.says("#actions", "You are logged in as a viewer");
        assertThat(visit.find("#actions form")).hasCount(0);
        visit.inspect("payment-of-a-viewer");

        String token = visit.find("form[action='/logout'] input[name=_csrf]").getAttribute("value");
        APIResponse refused = visit.post("/console/payments/" + payment.id() + "/compensate", token);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("You may not do this");
        visit.sendLogOutTo("/console/payments/" + payment.id() + "/compensate");
        assertThat(visit.find("main")).containsText("You may not do this");
        visit.inspect("forbidden");
        assertThat(visit.takeComplaints())
                .allSatisfy(complaint -> assertThat(complaint).contains("403"));
        visit.open("/console/payments/" + payment.id());
        payment.reaches("Parked")
                .says("section[aria-labelledby=people-title]", "Nobody had to decide anything so far.");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        OpenPayment payment = STAGE.operatorAt(Sale.WAITING).reaches("Parked");

        APIResponse refused = payment.visit().post("/console/payments/" + payment.id() + "/compensate", "");

        assertThat(refused.status()).isEqualTo(403);
        payment.reaches("Parked")
                .says("section[aria-labelledby=people-title]", "Nobody had to decide anything so far.");
    }

    @ParameterizedTest
    @CsvSource({
        "/console/payments/pay_00000000000000000000, There is no payment with this id., missing-payment",
        "/console/nowhere, There is no page at this address., missing-page"
    })
    void saysWhatIsNotThere(String path, String words, String name) {
        Visit visit = STAGE.viewer();
        visit.open(path);

        assertThat(visit.find("main")).containsText(words);
        visit.inspect(name);
        assertThat(visit.takeComplaints())
                .allSatisfy(complaint -> assertThat(complaint).contains("404"));
    }
}
