package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.problems.ProblemType;
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
    private World world;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @ParameterizedTest
    @EnumSource
    void hasAPageForEachType(ProblemType type) {
        Reply page = shop.send(shop.anonymous(type.address()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.body())
                .contains("<html lang=\"en\">", "<main>", "<h1>" + type.title() + "</h1>", "What to do")
                .contains("<code>" + type.status() + "</code>");
    }

    @Test
    void listsAllPages() {
        Reply page = shop.send(shop.anonymous("/problems"));

        assertThat(page.body()).contains(ProblemType.INVALID.address(), ProblemType.UNAVAILABLE.address());
    }

    @Test
    void hasNoPageForWhatIsNoType() {
        Reply page = shop.send(shop.anonymous("/problems/%3Cscript%3E"));

        assertThat(page.status()).isIn(400, 404);
        assertThat(page.body()).doesNotContain("<script>");
        assertThat(shop.send(shop.anonymous("/problems/nothing")).status()).isEqualTo(404);
    }

    @Test
    void tellsThatThereIsNoSuchAddress() {
        shop.get("/v1/nothing-here").isProblem(404, "not-found");
        shop.get("/v1/payments/").isProblem(404, "not-found");
    }

    @Test
    void tellsWhichMethodsThereAre() {
        Reply reply = shop.send(shop.request("/v1/quotes").DELETE());

        reply.isProblem(405, "method-not-allowed");
        assertThat(reply.header("Allow")).isEqualTo("POST");
    }

    @Test
    void tellsThatAnotherFormatIsNotToBeHad() {
        shop.send(shop.request("/v1/corridors").header("Accept", "application/xml"))
                .isProblem(406, "not-acceptable");
    }

    @Test
    void writesNothingIfTheAnswerWouldNotBeAcceptable(@Autowired InMemoryQuotes quotes) {
        shop.send(shop.request("/v1/quotes")
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(406, "not-acceptable");

        assertThat(quotes.count(shop.merchant())).isZero();
    }

    @Test
    void tellsThatAnAddressIsSuspicious() {
        shop.get("/v1/payments//x").isProblem(400, "bad-request");
        shop.get("/v1/payments/a;b=c").isProblem(400, "bad-request");
    }

    @Test
    void refusesMisspeltParameters() {
        shop.get("/v1/corridors?limt=1").isInvalid("?limt unknown-parameter");
    }
}
