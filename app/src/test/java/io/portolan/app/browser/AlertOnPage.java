package io.portolan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.portolan.domain.operations.Alert;
import java.time.Instant;

/** An alert as an operator meets it: in the banner, and on the home page with the form that ends it. */
final class AlertOnPage {
    private final BrowserWindow window;
    private final Alert alert;

    private AlertOnPage(BrowserWindow visit, Alert alert) {
        this.window = visit;
        this.alert = alert;
    }

    /** Raises it, and then opens an operator's window. */
    static AlertOnPage raise(ConsoleEnvironment stage, String subject, String detail) {
        Alert alert = Alert.of(subject, detail, Instant.now());
        stage.environment().database().alerts().raise(alert);
        return new AlertOnPage(stage.operator(), alert);
    }

    void assertShown() {
        assertThat(banner()).containsText(alert.subject());
        assertThat(banner()).containsText(alert.detail());
        form().locator("summary").click();
        window.inspect("home-with-an-alert");
    }

    void end(String reason) {
        form().locator("textarea").fill(reason);
        form().locator("button").click();
        assertThat(window.find("main > .notice"))
                .containsText("The alert about " + alert.subject() + " has been ended.");
    }

    void assertGone() {
        assertThat(banner()).hasCount(0);
        assertThat(form()).hasCount(0);
    }

    private Locator banner() {
        return window.find("#banner [role=alert]");
    }

    private Locator form() {
        return window.find("#" + alert.id() + " details");
    }
}
