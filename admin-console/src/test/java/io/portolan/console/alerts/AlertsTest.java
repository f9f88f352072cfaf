package io.portolan.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.TestUsers;
import io.portolan.domain.operations.Alert;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ConsoleTest
class AlertsTest {
    private static final String WRONG = "Line 17 does not follow line 16.";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture fixture;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void everyPageShowsOpenAlertsAndSinceWhen() {
        raise("NOSTRO:B:CNY", WRONG);
        String payment = "/console/payments/" + fixture.newPayment("ORD-1").id();

        for (String path : new String[] {"/console", payment, "/console/payments/pay_x", "/console?stage=nonsense"}) {
            assertThat(banner(page(path, TestUsers.viewer())))
                    .as(path)
                    .contains("role=\"alert\"", "1 alert is open.", "NOSTRO:B:CNY", WRONG)
                    .contains("Since <time datetime=\"2026-11-21T11:58:00Z\">21 Nov 2026 11:58:00 UTC</time>");
        }
    }

    @Test
    void noPageHasABannerWhileNothingIsOpen() {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);
        fixture.alerts.end(alert.id(), "ada", "looked into it", ConsoleFixture.NOW);

        String page = page("/console", TestUsers.operator());

        assertThat(page).doesNotContain("role=\"alert\"", "NOSTRO:B:CNY", "Open alerts");
    }

    @Test
    void anonymousVisitorsSeeNoAlerts() {
        raise("NOSTRO:B:CNY", WRONG);

        assertThat(mvc.get().uri("/login")).hasStatusOk().bodyText().doesNotContain("NOSTRO:B:CNY", WRONG);
    }

    @Test
    void theBannerNamesTheNewestThreeAndThePageListsAll() {
        for (int i = 1; i <= 5; i++) {
            fixture.alerts.raise(
                    Alert.of("NOSTRO:B:CNY", "Line " + i + " is wrong.", ConsoleFixture.NOW.plusSeconds(i)));
        }

        String page = page("/console", TestUsers.viewer());

        assertThat(banner(page))
                .contains("5 alerts are open.", "Line 5", "Line 4", "Line 3", "and 2 more")
                .doesNotContain("Line 2", "Line 1");
        assertThat(panel(page)).contains("Line 5", "Line 4", "Line 3", "Line 2", "Line 1");
    }

    @Test
    void escapesTheDetailOfAnAlert() {
        raise("<b>NOSTRO</b>", "<script>alert(1)</script> & \"more\"");

        assertThat(page("/console", TestUsers.operator()))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;", "&lt;b&gt;NOSTRO&lt;/b&gt;")
                .doesNotContain("<script>alert", "<b>NOSTRO");
    }

    @Test
    void anOperatorEndsAnAlertWithAReason() {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);
        raise("NOSTRO:D:USD", WRONG);

        MvcTestResult result = end(alert, " restored from the backup ");

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console");
        assertThat(fixture.alerts.find(alert.id()).map(Alert::end))
                .contains(new Alert.End("ada", "restored from the backup", ConsoleFixture.NOW));
        String page = after(result);
        assertThat(page).contains("The alert about NOSTRO:B:CNY has been ended. Your reason was recorded.");
        assertThat(banner(page)).contains("NOSTRO:D:USD").doesNotContain("NOSTRO:B:CNY");
    }

    @ParameterizedTest
    @CsvSource({"0, Enter a reason.", "501, Use at most 500 characters (currently 501)."})
    void anEndNeedsAReasonAndNothingTypedIsLost(int length, String message) {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);
        Alert other = raise("NOSTRO:D:USD", WRONG);
        String typed = "x".repeat(length);

        MvcTestResult result = end(alert, typed);

        String page = after(result);
        assertThat(panel(page))
                .contains(
                        "id=\"error-" + alert.id() + "\"",
                        message,
                        "aria-invalid=\"true\"",
                        ">" + typed + "</textarea>")
                .doesNotContain("id=\"error-" + other.id() + "\"");
        assertThat(fixture.alerts.listOpen()).contains(alert, other);
    }

    @Test
    void aFormWithoutTheFieldIsAFormWithoutAReason() {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);

        MvcTestResult result = mvc.post()
                .uri("/console/alerts/{id}/end", alert.id())
                .with(csrf())
                .with(TestUsers.operator())
                .exchange();

        assertThat(after(result)).contains("Enter a reason.");
        assertThat(fixture.alerts.listOpen()).containsExactly(alert);
    }

    @Test
    void theSameFormSentTwiceIsHarmless() {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);
        end(alert, "restored");
        fixture.clock.advance(Duration.ofMinutes(1));

        MvcTestResult again = end(alert, "restored");

        assertThat(after(again)).contains("The alert about NOSTRO:B:CNY has been ended.");
        assertThat(fixture.alerts.find(alert.id()).map(Alert::end))
                .contains(new Alert.End("ada", "restored", ConsoleFixture.NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I also looked", ""})
    void theSecondOperatorIsToldWhoEndedTheAlert(String reason) {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);
        fixture.alerts.end(alert.id(), "grace", "restored", ConsoleFixture.NOW);

        MvcTestResult late = end(alert, reason);

        assertThat(after(late))
                .contains("The alert about NOSTRO:B:CNY had already been ended by grace: restored", reason)
                .doesNotContain("role=\"alert\"");
        assertThat(fixture.alerts.find(alert.id()).map(Alert::end))
                .contains(new Alert.End("grace", "restored", ConsoleFixture.NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ""})
    void anAlertThatIsNotThereIsNotEnded(String reason) {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);

        MvcTestResult result = end(Alert.of("never raised", WRONG, ConsoleFixture.NOW), reason);

        assertThat(after(result)).contains("This alert does not exist. Nothing was done.");
        assertThat(fixture.alerts.listOpen()).containsExactly(alert);
    }

    @Test
    void aViewerSeesAlertsAndNoForms() {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);

        assertThat(panel(page("/console", TestUsers.viewer())))
                .contains("NOSTRO:B:CNY", "Only operators can end alerts.")
                .doesNotContain("<form", "<textarea", "/console/alerts/");
        assertThat(panel(page("/console", TestUsers.operator())))
                .contains("action=\"/console/alerts/" + alert.id() + "/end\"", "name=\"_csrf\"");
    }

    @Test
    void aViewerMayNotEndAnAlertNorAFormWithoutItsToken() {
        Alert alert = raise("NOSTRO:B:CNY", WRONG);

        assertThat(mvc.post()
                        .uri("/console/alerts/{id}/end", alert.id())
                        .param("reason", "I should not")
                        .with(csrf())
                        .with(TestUsers.viewer()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post()
                        .uri("/console/alerts/{id}/end", alert.id())
                        .param("reason", "forged")
                        .with(TestUsers.operator()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(fixture.alerts.listOpen()).containsExactly(alert);
    }

    private Alert raise(String subject, String detail) {
        Alert alert = Alert.of(subject, detail, ConsoleFixture.NOW.minus(Duration.ofMinutes(2)));
        fixture.alerts.raise(alert);
        return alert;
    }

    private MvcTestResult end(Alert alert, String reason) {
        return mvc.post()
                .uri("/console/alerts/{id}/end", alert.id())
                .param("reason", reason)
                .with(csrf())
                .with(TestUsers.operator())
                .exchange();
    }

    private String after(MvcTestResult end) {
        Map<String, Object> flash = new HashMap<>(end.getMvcResult().getFlashMap());
        return PageText.html(mvc.get()
                .uri("/console")
                .flashAttrs(flash)
                .with(TestUsers.operator())
                .exchange());
    }

    private String page(String path, RequestPostProcessor user) {
        return PageText.html(mvc.get().uri(path).with(user).exchange());
    }

    private static String banner(String page) {
        return PageText.between(page, "banner", "main");
    }

    private static String panel(String page) {
        return PageText.between(page, "alerts", "exceptions");
    }
}
