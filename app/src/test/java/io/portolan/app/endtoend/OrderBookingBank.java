package io.portolan.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A bank that speaks the signed JSON protocol (docs/protocols.md) and books and settles every order at once. It checks no signature. */
final class OrderBookingBank implements AutoCloseable {
    private static final String ORDER_NO = "orderNo";

    private final Map<String, JsonNode> orders = new ConcurrentHashMap<>();
    private final HttpServer server;

    private OrderBookingBank(HttpServer server) {
        this.server = server;
    }

    static OrderBookingBank start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OrderBookingBank bank = new OrderBookingBank(server);
            server.createContext("/domestic/v1/orders", bank::answer);
            server.start();
            return bank;
        } catch (IOException e) {
            throw new IllegalStateException("the test's bank cannot listen", e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The kinds of the orders that it has, in no order, each key once. */
    List<String> kinds() {
        return orders.values().stream()
                .map(order -> order.get("kind").asString())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            JsonNode order =
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            boolean isNew = orders.putIfAbsent(order.get(ORDER_NO).asString(), order) == null;
            respond(exchange, isNew ? 202 : 200, reply(order));
        } else {
            String query = exchange.getRequestURI().getRawQuery();
            JsonNode order = orders.get(URLDecoder.decode(query.substring(query.indexOf('=') + 1), UTF_8));
            respond(exchange, order == null ? 404 : 200, order == null ? unknownOrder() : booked(order));
        }
    }

    private static ObjectNode reply(JsonNode order) {
        return JsonMapper.shared()
                .createObjectNode()
                .put(ORDER_NO, order.get(ORDER_NO).asString())
                .put(
                        "bankReference",
                        "E"
                                + Integer.toUnsignedString(
                                        order.get(ORDER_NO).asString().hashCode()))
                .put("state", "BOOKED");
    }

    private static ObjectNode booked(JsonNode order) {
        String now = Instant.now().toString();
        return reply(order)
                .put("kind", order.get("kind").asString())
                .put("amount", order.get("amount").asString())
                .put("currency", order.get("currency").asString())
                .put("bookedAt", now)
                .put("settledAt", now)
                .putNull("rejection");
    }

    private static ObjectNode unknownOrder() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("code", "UNKNOWN_ORDER")
                .put("message", "no order with this orderNo");
    }

    private static void respond(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
