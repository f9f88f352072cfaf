package io.portolan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A payment's page as it stands open in a window. */
record PaymentPage(BrowserWindow window, String id) {

    static PaymentPage open(BrowserWindow visit, String id) {
        visit.open("/console/payments/" + id);
        return new PaymentPage(visit, id);
    }

    /** Waits until the page, as it is open, shows this stage. */
    PaymentPage awaitStage(String stage) {
        assertThat(window.find("#head .title .badge")).hasText(stage);
        return this;
    }

    PaymentPage awaitText(String part, String text) {
        assertThat(window.find(part)).containsText(text);
        return this;
    }

    /** The form of an action, unfolded. */
    Locator form(String action) {
        Locator details = window.find("#action-" + action);
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
        return details.locator("form");
    }

    /** Fills in the reason and sends the form. */
    PaymentPage submitAction(String action, String reason) {
        Locator form = form(action);
        form.locator("textarea").fill(reason);
        send(form);
        return this;
    }

    void send(Locator form) {
        form.locator("button[type=submit]").click();
    }

    /** Waits until the page shows who decided what, and why. */
    void awaitDecision(String whatAndWho, String reason) {
        assertThat(section("decisions-title")).containsText(whatAndWho);
        assertThat(section("decisions-title")).containsText(reason);
    }

    /** A section of the page, by the id of its heading. */
    Locator section(String heading) {
        return window.find("section[aria-labelledby=%s]".formatted(heading));
    }

    /** Debits less credits by currency, added up from the lines that the page shows. */
    Map<String, BigDecimal> ledgerSums() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        add(sums, "Debit", BigDecimal.ONE);
        add(sums, "Credit", BigDecimal.ONE.negate());
        return sums;
    }

    private void add(Map<String, BigDecimal> sums, String side, BigDecimal sign) {
        String cells = "td[data-label=%s] .amount".formatted(side);
        for (String amount : section("entries-title").locator(cells).allInnerTexts()) {
            String[] parts = amount.split("\\h", 2);
            sums.merge(parts[1], new BigDecimal(parts[0].replace(",", "")).multiply(sign), BigDecimal::add);
        }
    }
}
