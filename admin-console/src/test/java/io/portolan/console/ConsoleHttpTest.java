package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.plan.MovementKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real web server shows: cookies, assets, error pages and the stream of updates. */
@SpringBootTest(
        classes = ConsoleTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
@Timeout(60)
class ConsoleHttpTest {
    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ConsoleFixture fixture;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void theSessionIsInACookieThatScriptsCannotUse() throws Exception {
        assertThat(get("/login").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("JSESSIONID=")
                .contains("HttpOnly");
    }

    @Test
    void loggingInLeadsToTheRequestedPage() throws Exception {
        PaymentScenario scenario = fixture.newPayment("ORD-1");

        HttpResponse<String> page = logIn("vic", "/console/payments/" + scenario.id());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/console/payments/" + scenario.id());
    }

    @Test
    void everyAssetIsServedFromHereAndCachedForAYear() throws Exception {
        Matcher assets = ASSET.matcher(get("/login").body());

        int count = 0;
        for (; assets.find(); count++) {
            HttpResponse<String> asset = get(assets.group(1));
            assertThat(asset.statusCode()).as(assets.group(1)).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("max-age=31536000", "immutable");
            assertThat(assets.group(1)).matches(".*-[0-9a-f]{32}\\.[a-z]+");
        }
        assertThat(count).isEqualTo(6);
    }

    @Test
    void errorPagesHaveTheSameLayout() throws Exception {
        String id = fixture.newPayment("ORD-1").id().value();
        HttpResponse<String> home = logIn("vic", "/console");

        HttpResponse<String> denied = post("/console/payments/" + id + "/cancel", "_csrf=" + token(home) + "&reason=x");
        HttpResponse<String> lost = get("/console/nowhere");

        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("You are not allowed to do this", "class=\"site-header\"");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body()).contains("There is no page at this address", "class=\"site-header\"");
    }

    @Test
    void sendsEachOpenPageOnlyTheChangesItShows() throws Exception {
        PaymentScenario watched = fixture.newPaymentAt("ORD-1", ConsoleFixture.NOW.minus(Duration.ofHours(1)));
        PaymentScenario other = fixture.newPaymentAt("ORD-2", ConsoleFixture.NOW.minus(Duration.ofHours(1)));
        logIn("vic", "/console");

        try (BufferedReader all = stream("");
                BufferedReader one = stream("?payment=" + watched.id())) {
            other.advance(Duration.ofHours(1)).instruct(MovementKind.COLLECTION);
            assertThat(nextData(all)).isEqualTo(other.id().value());
            watched.advance(Duration.ofHours(1)).instruct(MovementKind.COLLECTION);
            assertThat(nextData(one)).isEqualTo(watched.id().value());
        }
    }

    private HttpResponse<String> logIn(String name, String wanted) throws Exception {
        String form = "_csrf=%s&username=%s&password=%s-secret".formatted(token(get(wanted)), name, name);
        return post("/login", form);
    }

    private BufferedReader stream(String query) throws Exception {
        HttpResponse<InputStream> response =
                client.send(request("/console/live" + query).build(), BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        BufferedReader reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(reader.readLine()).isEqualTo(":alive");
        return reader;
    }

    private static String nextData(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = stream.readLine();
        }
        return line == null ? "the stream ended" : line.substring("data:".length());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,text/event-stream,*/*;q=0.1")
                .timeout(Duration.ofSeconds(20));
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = CSRF_TOKEN.matcher(page.body());
        assertThat(token.find()).as("a form with a token").isTrue();
        return token.group(1);
    }
}
