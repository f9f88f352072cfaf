package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.TestEnvironment;
import io.portolan.domain.ids.PaymentId;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An operator at the console, over its own pages and forms. */
final class ConsoleClient implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI app;

    private ConsoleClient(URI app) {
        this.app = app;
    }

    static ConsoleClient logIn(TestEnvironment environment) throws IOException, InterruptedException {
        ConsoleClient console = new ConsoleClient(environment.app());
        String form = console.get("/login").body();
        Map<String, String> logIn = Map.of(
                "_csrf", hidden(form, "_csrf"),
                "username", environment.operatorName(),
                "password", environment.operatorPassword());
        assertThat(console.post("/login", logIn)).endsWith("/console");
        return console;
    }

    /** The payment's page. */
    String page(PaymentId payment) throws IOException, InterruptedException {
        HttpResponse<String> page = get("/console/payments/" + payment);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    /** Resolves an unknown outcome as the page's form does, by {@code resolve_executed} or {@code resolve_not_executed}. */
    void resolve(PaymentId payment, String resolution) throws IOException, InterruptedException {
        String page = page(payment);
        String form = page.substring(page.indexOf("/console/payments/" + payment + "/resolve"));
        Map<String, String> typed = Map.of(
                "_csrf",
                hidden(form, "_csrf"),
                "actionId",
                hidden(form, "actionId"),
                "resolution",
                resolution,
                "reason",
                "the bank said so by telephone");
        String next = post("/console/payments/" + payment + "/resolve", typed);
        assertThat(next).endsWith("/console/payments/" + payment);
        assertThat(page(payment)).contains("Resolved.");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(app.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Where the answer leads. */
    private String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(app.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** The value of the first field with this name. */
    private static String hidden(String html, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(html);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }
}
