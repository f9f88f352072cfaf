package io.portolan.checkout.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.InMemoryQuotes;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ServedApi;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class ProblemsTest {
    @Autowired
    private CheckoutTestApplication application;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @ParameterizedTest
    @EnumSource
    void hasAPageForEachType(ProblemType type) {
        ApiReply page = client.send(client.anonymous(type.path()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.body())
                .contains("<html lang=\"en\">", "<main>", "<h1>" + type.title() + "</h1>", "What to do")
                .contains("<code>" + type.status() + "</code>");
    }

    @Test
    void listsAllPages() {
        ApiReply page = client.send(client.anonymous("/problems"));

        assertThat(page.body()).contains(ProblemType.INVALID.path(), ProblemType.UNAVAILABLE.path());
    }

    @Test
    void hasNoPageForAnUnknownType() {
        ApiReply page = client.send(client.anonymous("/problems/%3Cscript%3E"));

        assertThat(page.status()).isIn(400, 404);
        assertThat(page.body()).doesNotContain("<script>");
        assertThat(client.send(client.anonymous("/problems/nothing")).status()).isEqualTo(404);
    }

    @Test
    void reportsAnUnknownUrl() {
        client.get("/v1/nothing-here").assertProblem(404, "not-found");
        client.get("/v1/payments/").assertProblem(404, "not-found");
    }

    @Test
    void listsTheAllowedMethods() {
        ApiReply reply = client.send(client.request("/v1/quotes").DELETE());

        reply.assertProblem(405, "method-not-allowed");
        assertThat(reply.header("Allow")).isEqualTo("POST");
    }

    @Test
    void reportsAnUnavailableFormat() {
        client.send(client.request("/v1/corridors").header("Accept", "application/xml"))
                .assertProblem(406, "not-acceptable");
    }

    @Test
    void writesNothingIfTheAnswerWouldNotBeAcceptable(@Autowired InMemoryQuotes quotes) {
        client.send(client.request("/v1/quotes")
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .assertProblem(406, "not-acceptable");

        assertThat(quotes.count(client.merchant())).isZero();
    }

    @Test
    void reportsASuspiciousUrl() {
        client.get("/v1/payments//x").assertProblem(400, "bad-request");
        client.get("/v1/payments/a;b=c").assertProblem(400, "bad-request");
    }

    @Test
    void rejectsMisspeltParameters() {
        client.get("/v1/corridors?limt=1").assertInvalid("?limt unknown-parameter");
    }
}
