package io.portolan.demo.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An API that completes every payment at once, after the failures that a test asks for. */
public final class ScriptedApi implements AutoCloseable {
    private static final String LEG = "{\"leg\": \"%s\", \"booking\": \"booked\", \"settlement\": \"settled\"}";
    private static final String PAYMENT =
            """
            {"id": "pay_1", "order_reference": "ORD-1", "status": "completed", "reason": null,
             "source": {"currency": "CNY", "amount": 720000}, "fee": {"currency": "CNY", "amount": 3600},
             "destination": {"currency": "USD", "amount": 99450}, "refunded": null, "legs": [%s, %s, %s]}""".formatted(LEG.formatted("collection"), LEG.formatted("conversion"), LEG.formatted("payout"));

    private record Failure(int status, String body) {}

    private record Request(String path, String body, String key) {}

    private final HttpServer server;
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private Optional<Failure> lastingFailure = Optional.empty();
    private String pair = "";
    private long minimum = 1;
    private long maximum = 1_000_000_000;
    private boolean paid;

    public ScriptedApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next payment is answered like this instead. */
    public synchronized ScriptedApi failNext(int status, String body) {
        failures.add(new Failure(status, body));
        return this;
    }

    /** Every payment is answered like this from now on. */
    synchronized void failAlways(int status, String body) {
        lastingFailure = Optional.of(new Failure(status, body));
    }

    synchronized ScriptedApi serve(String source, String destination) {
        pair = source + destination;
        return this;
    }

    synchronized void limits(long lowest, long highest) {
        minimum = lowest;
        maximum = highest;
    }

    public synchronized List<String> bodies(String path) {
        return requests.stream()
                .filter(request -> request.path().equals(path))
                .map(Request::body)
                .toList();
    }

    /** The idempotency keys of payments, one for each try. */
    public synchronized List<String> keys() {
        return requests.stream().map(Request::key).filter(key -> !key.isEmpty()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (exchange.getRequestMethod().equals("POST")) {
            requests.add(new Request(path, body, key == null ? "" : key));
        }
        Failure answer = failure(key).orElseGet(() -> new Failure(200, page(path, key != null)));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Optional<Failure> failure(@Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        return failures.isEmpty() ? lastingFailure : Optional.of(failures.pop());
    }

    private String page(String path, boolean pays) {
        paid |= pays;
        return switch (path) {
            case "/v1/quotes" -> "{\"id\": \"quo_1\"}";
            case "/v1/corridors" -> "{\"data\": [%s], \"next\": null}".formatted(corridor());
            default -> pays ? PAYMENT : "{\"data\": [%s], \"next\": null}".formatted(paid ? PAYMENT : "");
        };
    }

    private String corridor() {
        String source = pair.substring(0, 3);
        return """
                {"source": "%s", "destination": "%s", "minimum": {"currency": "%s", "amount": %d},
                 "maximum": {"currency": "%s", "amount": %d}}""".formatted(source, pair.substring(3), source, minimum, source, maximum);
    }
}
