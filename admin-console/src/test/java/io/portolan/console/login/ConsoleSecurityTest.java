package io.portolan.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.TestUsers;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ConsoleTest
class ConsoleSecurityTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture fixture;

    @BeforeEach
    void advancePastThrottling() {
        fixture.clock.advance(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console", "/console/payments/pay_01M7YSJS7W32PVMR6J7N", "/console/elsewhere"})
    void anonymousVisitorsAreRedirectedToTheLogin(String path) {
        assertThat(mvc.get().uri(path))
                .hasStatus(HttpStatus.FOUND)
                .redirectedUrl()
                .endsWith("/login");
    }

    @Test
    void anonymousBackgroundRequestsAreNotRedirected() {
        assertThat(mvc.get().uri("/console/live")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri("/console").header("HX-Request", "true")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void otherPathsAreLeftToOtherChains() {
        assertThat(mvc.get().uri("/v1/payments"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .doesNotContainHeader("Content-Security-Policy");
    }

    @Test
    void everyPageSaysWhatABrowserMayDo() {
        assertThat(mvc.get().uri("/console").secure(true).with(TestUsers.viewer()))
                .hasStatusOk()
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin")
                .containsHeader("Permissions-Policy")
                .containsHeader("Strict-Transport-Security")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .startsWith("default-src 'none'")
                                .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
    }

    @Test
    void noPageHasInlineCodeOrStyleOrNamesAnotherHost() {
        fixture.newPayment("ORD-1").convert().leaveUnanswered(MovementKind.PAYOUT);

        assertThat(mvc.get().uri("/console").with(TestUsers.operator()))
                .bodyText()
                .doesNotContain("<style", " style=", "onclick=", "hx-on", "javascript:")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    @Test
    void theRightPasswordOpensANewSession() {
        MockHttpSession before = new MockHttpSession();
        String id = before.getId();

        MvcTestResult result = login(before, "ada", "ada-secret");

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console");
        assertThat(result.getRequest().getSession(false))
                .isNotNull()
                .satisfies(session -> assertThat(session.getId()).isNotEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody", "Robert'); DROP TABLE operator;--"})
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer(String name) {
        assertThat(login(new MockHttpSession(), name, "wrong"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/login?failed");
    }

    @Test
    void guessingIsSlowedDownPerNameEvenWithTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            assertThat(login(new MockHttpSession(), "vic", "guess-" + i)).hasRedirectedUrl("/login?failed");
        }

        assertThat(login(new MockHttpSession(), " VIC ", "vic-secret")).hasRedirectedUrl("/login?throttled");
        assertThat(login(new MockHttpSession(), "ada", "ada-secret")).hasRedirectedUrl("/console");
        fixture.clock.advance(Duration.ofSeconds(31));
        assertThat(login(new MockHttpSession(), "vic", "vic-secret")).hasRedirectedUrl("/console");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?failed", "?throttled", "?logged_out", ""})
    void theFormShowsTheOutcomeOfTheLastLogin(String query) {
        assertThat(mvc.get().uri("/login" + query)).hasStatusOk().bodyText().contains("name=\"_csrf\"", "Log in");
    }

    @Test
    void logOutEndsTheSession() {
        MockHttpSession session = new MockHttpSession();

        assertThat(mvc.post().uri("/logout").session(session).with(csrf()).with(TestUsers.viewer()))
                .hasRedirectedUrl("/login?logged_out");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void rejectsActionsWithoutTheFormsToken() {
        String id = fixture.newPayment("ORD-2").id().value();

        assertThat(mvc.post()
                        .uri("/console/payments/{id}/cancel", id)
                        .param("reason", "forged")
                        .with(TestUsers.operator()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri("/logout").with(TestUsers.operator())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "resolve", "correct-payee", "price-unwind", "unwind", "hold", "release", "cancel"})
    void viewersMayNotAct(String action) {
        String id = fixture.newPayment("ORD-3").id().value();

        assertThat(mvc.post()
                        .uri("/console/payments/{id}/{action}", id, action)
                        .param("reason", "I should not")
                        .with(csrf())
                        .with(TestUsers.viewer()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(fixture.workflows.decided()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/approvals/pay_1/dec_1/approve",
                "/console/approvals/pay_1/dec_1/reject",
                "/console/breaks/brk_1/take",
                "/console/breaks/brk_1/close"
            })
    void viewersMayNeitherApproveNorHandleBreaks(String path) {
        assertThat(mvc.post().uri(path).with(csrf()).with(TestUsers.viewer())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri(path).with(TestUsers.operator())).hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult login(MockHttpSession session, String name, String password) {
        return mvc.post()
                .uri("/login")
                .session(session)
                .param("username", name)
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
