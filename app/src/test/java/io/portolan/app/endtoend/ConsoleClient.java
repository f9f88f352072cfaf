package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.TestEnvironment;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Money;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
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
        return logIn(environment.app(), environment.operatorName(), environment.operatorPassword());
    }

    /** The second person, who approves. */
    static ConsoleClient logInAsChecker(TestEnvironment environment) throws IOException, InterruptedException {
        return logIn(environment.app(), environment.checkerName(), environment.checkerPassword());
    }

    private static ConsoleClient logIn(URI app, String name, String password) throws IOException, InterruptedException {
        ConsoleClient console = new ConsoleClient(app);
        String form = console.get("/login").body();
        Map<String, String> logIn = Map.of("_csrf", hidden(form, "_csrf"), "username", name, "password", password);
        assertThat(console.post("/login", logIn)).endsWith("/console");
        return console;
    }

    /** The payment's page. */
    String page(PaymentId payment) throws IOException, InterruptedException {
        HttpResponse<String> page = get("/console/payments/" + payment);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    /** Proposes what became of an unknown outcome, {@code executed} or {@code not_executed}, by the page's form. */
    void propose(PaymentId payment, String outcome, Money amount) throws IOException, InterruptedException {
        String page = page(payment);
        String form = page.substring(page.indexOf("/console/payments/" + payment + "/resolve"));
        Map<String, String> typed = new HashMap<>();
        for (String name : List.of("_csrf", "decision", "version", "instruction")) {
            typed.put(name, hidden(form, name));
        }
        typed.put("outcome", outcome);
        typed.put("source", "CALL");
        typed.put("reference", "C-4711 with the desk");
        typed.put("amount", amount.toString().split(" ", 2)[0]);
        typed.put("valueDate", LocalDate.now(ZoneOffset.UTC).toString());
        typed.put("reason", "the bank said so by telephone");
        String next = post("/console/payments/" + payment + "/resolve", typed);
        assertThat(next).endsWith("/console/payments/" + payment);
    }

    /** Approves what is proposed for this payment. */
    void approve(PaymentId payment) throws IOException, InterruptedException {
        String page = get("/console/approvals").body();
        Matcher form = Pattern.compile("/console/approvals/" + payment + "/dec_\\w+/approve")
                .matcher(page);
        assertThat(form.find()).as(page).isTrue();
        String next = post(form.group(), Map.of("_csrf", hidden(page.substring(form.start()), "_csrf")));
        assertThat(next).endsWith("/console/approvals");
        assertThat(get("/console/approvals").body()).contains("The decision has been carried out.");
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
