package io.portolan.simulators.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Receives callbacks, keeps them all, and answers as the test's script says. */
public final class CallbackReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<ReceivedCallback> calls = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<ReceivedCallback> script = call -> 204;

    /** A callback as it arrived. */
    public record ReceivedCallback(String target, Map<String, String> headers, String body, Instant at) {

        public String text(String path) {
            return new Response(0, body).text(path);
        }
    }

    public CallbackReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers every callback from now on with the status that the script gives; it may send inquiries meanwhile. */
    public void answerWith(ToIntFunction<ReceivedCallback> other) {
        script = other;
    }

    public List<ReceivedCallback> callbacksFor(String key) {
        return matching(call -> call.body().contains(key));
    }

    public List<ReceivedCallback> matching(Predicate<ReceivedCallback> condition) {
        return calls.stream().filter(condition).toList();
    }

    /** All callbacks about the key, once there are at least this many. */
    public List<ReceivedCallback> await(String key, int count) {
        return Eventually.get(() -> callbacksFor(key), found -> found.size() >= count);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(Locale.ROOT),
                            header -> header.getValue().getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var call = new ReceivedCallback(exchange.getRequestURI().toString(), headers, body, Instant.now());
            calls.add(call);
            exchange.sendResponseHeaders(script.applyAsInt(call), -1);
        }
    }
}
