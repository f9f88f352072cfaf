package io.portolan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.portolan.domain.operations.Alert;
import java.time.Instant;

/** An alert as an operator meets it: in the banner, and on the landing page with the form that ends it. */
final class OpenAlert {
    private final Visit visit;
    private final Alert alert;

    private OpenAlert(Visit visit, Alert alert) {
        this.visit = visit;
        this.alert = alert;
    }

    /** Raises it, and then opens an operator's window. */
    static OpenAlert raised(Stage stage, String subject, String detail) {
        Alert alert = Alert.of(subject, detail, Instant.now());
        stage.world().database().alerts().raise(alert);
        return new OpenAlert(stage.operator(), alert);
    }

    void isSaid() {
        assertThat(banner()).containsText(alert.subject());
        assertThat(banner()).containsText(alert.detail());
        form().locator("summary").click();
        visit.inspect("landing-with-an-alert");
    }

    void end(String reason) {
        form().locator("textarea").fill(reason);
        form().locator("button").click();
        assertThat(visit.find("main > .notice")).containsText("The alert about " + alert.subject() + " is ended.");
    }

    void isSaidNoMore() {
        assertThat(banner()).hasCount(0);
        assertThat(form()).hasCount(0);
    }

    private Locator banner() {
        return visit.find("#banner [role=alert]");
    }

    private Locator form() {
        return visit.find("#" + alert.id() + " details");
    }
}
