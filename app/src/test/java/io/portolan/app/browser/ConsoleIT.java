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
class ConsoleIT extends DecisionsOnTheConsole {
    @RegisterExtension
    static final ConsoleEnvironment CONSOLE = new ConsoleEnvironment();

    ConsoleIT() {
        super(CONSOLE);
    }

    @Test
    void rejectsAWrongPassword() {
        BrowserWindow visit = CONSOLE.anonymous().open("/console");
        visit.inspect("login");

        visit.logIn(CONSOLE.environment().operatorName(), "not the password");

        assertThat(visit.find("main [role=alert]")).hasText("Incorrect name or password.");
        visit.inspect("login-rejected");
        visit.logIn(CONSOLE.environment().operatorName(), CONSOLE.environment().operatorPassword());
        assertThat(visit.page()).hasURL(Pattern.compile("/console(\\?continue)?$"));
    }

    @Test
    void showsFirstWhatNeedsAPerson() {
        BrowserWindow visit = CONSOLE.operator();

        Locator row = visit.find("#exceptions tr[data-payment=%s]".formatted(CONSOLE.payment(SampleOrder.WAITING)));
        assertThat(row).containsText("payee");
        assertThat(visit.find("main > section").first()).hasId("exceptions");
        assertThat(visit.find("#list tr[data-payment=%s]".formatted(CONSOLE.payment(SampleOrder.PLAIN))))
                .isVisible();
        visit.inspect("home");
    }

    @Test
    void showsAnAlertUntilAnOperatorEndsIt() {
        AlertOnPage alert = AlertOnPage.raise(CONSOLE, "NOSTRO:B:CNY", "Line 17 does not follow line 16.");
        alert.assertShown();

        alert.end("line 17 was restored");
        alert.assertGone();
    }

    @Test
    void keepsFiltersInTheAddress() {
        BrowserWindow visit = CONSOLE.operator();
        PaymentPage.open(visit, CONSOLE.payment(SampleOrder.PLAIN)).awaitStage("Completed");

        visit.open("/console");
        visit.page().getByLabel("Stage").selectOption("completed");
        visit.page().getByLabel("Order reference").fill(SampleOrder.PLAIN.reference());
        visit.find(".filters button").click();

        assertThat(visit.page()).hasURL(Pattern.compile("\\?stage=completed&reference=ORD-PLAIN&"));
        visit.page().reload();
        assertThat(visit.find("#list tbody tr")).hasCount(1);
        assertThat(visit.find("#stage")).hasValue("completed");
        visit.inspect("home-filtered");
    }

    @Test
    void tellsAllOfACompletedPayment() {
        PaymentPage payment = CONSOLE.operatorAt(SampleOrder.PLAIN).awaitStage("Completed");

        for (String leg : List.of("Collection", "Trade", "Payout")) {
            Locator attempt = payment.section("flows-title")
                    .locator("tbody tr:has(:text-is(\"%s, plan 1, attempt 1\"))".formatted(leg));
            assertThat(attempt.locator("td[data-label=Booking] .badge")).hasText("Booked");
            assertThat(attempt.locator("td[data-label=Booking] time")).hasCount(2);
            assertThat(attempt.locator("td[data-label=Settlement] .badge")).hasText("Settled");
            assertThat(attempt.locator("td[data-label=Settlement] time")).hasCount(1);
            assertThat(payment.section("timeline-title")).containsText(leg + " booked");
            Locator call = payment.section("calls-title")
                    .locator("tr:has(:text-is(\"%s, plan 1, attempt 1\"))".formatted(leg));
            assertThat(call.first()).containsText("Instruction");
        }
        assertThat(payment.window().find(".next-steps"))
                .containsText("Nothing. If the payee\u2019s bank returns the money");
        payment.window().inspect("payment-completed");
    }

    @Test
    void showsABookInWhichEveryCurrencySumsToZero() {
        PaymentPage payment = CONSOLE.operatorAt(SampleOrder.PLAIN).awaitStage("Completed");

        assertThat(payment.section("entries-title").locator(".entry").count()).isGreaterThanOrEqualTo(5);
        assertThat(payment.section("entries-title").locator(".totals .balance"))
                .hasText(new String[] {"balanced", "balanced"});
        assertThat(payment.ledgerSums())
                .containsOnlyKeys("CNY", "USD")
                .allSatisfy((_, sum) -> assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO));
    }

    @Test
    void showsHowARejectedPayoutIsUnwound() {
        PaymentPage payment = CONSOLE.operatorAt(SampleOrder.REJECTED).awaitStage("Returned");

        assertThat(payment.section("flows-title").locator("tr.compensation th")).hasCount(3);
        assertThat(payment.section("plans-title")).containsText("Top-up return");
        assertThat(payment.section("entries-title")
                        .locator("tr:has-text(\"FX loss\")")
                        .first())
                .isVisible();
        assertThat(payment.section("entries-title").locator(".totals .unbalanced"))
                .hasCount(0);
        assertThat(payment.window().find(".next-steps")).containsText("The buyer was refunded 7,200.00 CNY.");
        payment.window().inspect("payment-returned");
    }

    @Test
    void showsNoBreaksWhileBooksAgree() {
        BrowserWindow visit = CONSOLE.viewer().open("/console/breaks");

        assertThat(visit.find("main")).containsText("Breaks");
        visit.inspect("breaks");
    }

    @Test
    void changesWhileItIsOpenWithoutBeingLoadedAgain() throws Exception {
        BrowserWindow home = CONSOLE.operator();
        assertThat(home.find("#connection")).hasText("Live");
        int loadedBefore = home.navigations();

        String id = CONSOLE.send(SampleOrder.WATCHED);

        Locator row = home.find("#list tr[data-payment=%s]".formatted(id));
        assertThat(row).isVisible();
        PaymentPage payment = CONSOLE.operatorAt(SampleOrder.WATCHED);
        int paymentLoadedBefore = payment.window().navigations();
        payment.awaitStage("Paying out").awaitStage("Completed");
        assertThat(row.locator(".badge")).hasText("Completed");
        assertThat(home.navigations()).isEqualTo(loadedBefore);
        assertThat(payment.window().navigations()).isEqualTo(paymentLoadedBefore);
    }

    @Test
    void letsAViewerSeeAndNotAct() {
        BrowserWindow visit = CONSOLE.viewer();
        PaymentPage payment =
                PaymentPage.open(visit, CONSOLE.payment(SampleOrder.WAITING)).awaitStage("Parked");
        payment.awaitText("#actions", "You are logged in as a viewer");
        assertThat(visit.find("#actions form")).hasCount(0);
        visit.inspect("payment-of-a-viewer");

        String token = visit.find("form[action='/logout'] input[name=_csrf]").getAttribute("value");
        APIResponse rejected = visit.post("/console/payments/" + payment.id() + "/unwind", token);

        assertThat(rejected.status()).isEqualTo(403);
        assertThat(rejected.text()).contains("You are not allowed to do this");
        visit.sendLogOutTo("/console/payments/" + payment.id() + "/unwind");
        assertThat(visit.find("main")).containsText("You are not allowed to do this");
        visit.inspect("forbidden");
        assertThat(visit.takeErrors())
                .allSatisfy(complaint -> assertThat(complaint).contains("403"));
        visit.open("/console/payments/" + payment.id());
        payment.awaitStage("Parked").awaitText("section[aria-labelledby=decisions-title]", "No decisions yet.");
    }

    @Test
    void rejectsAFormWithoutItsToken() {
        PaymentPage payment = CONSOLE.operatorAt(SampleOrder.WAITING).awaitStage("Parked");

        APIResponse rejected = payment.window().post("/console/payments/" + payment.id() + "/unwind", "");

        assertThat(rejected.status()).isEqualTo(403);
        payment.awaitStage("Parked").awaitText("section[aria-labelledby=decisions-title]", "No decisions yet.");
    }

    @ParameterizedTest
    @CsvSource({
        "/console/payments/pay_00000000000000000000, There is no payment with this id., missing-payment",
        "/console/nowhere, There is no page at this address., missing-page"
    })
    void saysWhatIsNotThere(String path, String words, String name) {
        BrowserWindow visit = CONSOLE.viewer().open(path);

        assertThat(visit.find("main")).containsText(words);
        visit.inspect(name);
        assertThat(visit.takeErrors())
                .allSatisfy(complaint -> assertThat(complaint).contains("404"));
    }
}
