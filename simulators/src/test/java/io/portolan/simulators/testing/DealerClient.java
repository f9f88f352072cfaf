package io.portolan.simulators.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Calls a dealer as Portolan does. */
public record DealerClient(int port, String pathPrefix, String secret) {

    public static final String SECRET = "dealer-demo-secret";
    public static final String TRADES = "/fx/v2/trades";

    public DealerClient(int port) {
        this(port, "", SECRET);
    }

    public Response quote(String body) {
        return send("POST", "/fx/v2/quotes", body, Map.of());
    }

    /** The id of a quote for 7164.00 yuan in dollars. */
    public String quoteId(String reference) {
        return quote("""
                {"sell_currency":"CNY","sell_amount":716400,"buy_currency":"USD","reference":"%s"}""".formatted(reference)).text("quote_id");
    }

    public Response trade(String key, String quoteId, String reference) {
        var body = "{\"quote_id\":\"" + quoteId + "\",\"reference\":\"" + reference + "\"}";
        return send("POST", TRADES, body, Map.of("Client-Trade-Id", key));
    }

    public Response inquire(String key) {
        return send("GET", TRADES + "?client_trade_id=" + URLEncoder.encode(key, StandardCharsets.UTF_8), "", Map.of());
    }

    /** The inquiry's response once the trade has the status. */
    public Response await(String key, String status) {
        return Eventually.get(
                () -> inquire(key), response -> response.text("status").equals(status));
    }

    public Response send(String method, String target, String body, Map<String, String> more) {
        var headers = new HashMap<>(more);
        var path = pathPrefix + target;
        headers.put("X-Dealer-Signature", header(Instant.now(), secret, method + "." + path, body));
        return TestHttp.send(port, method, path, headers, TestHttp.bytes(body));
    }

    public static String header(Instant at, String secret, String methodAndTarget, String body) {
        return "t=" + at.getEpochSecond() + ",v1=" + signature(at.getEpochSecond(), secret, methodAndTarget, body);
    }

    public static String signature(long seconds, String secret, String methodAndTarget, String body) {
        return TestHttp.hmac(secret, TestHttp.bytes(seconds + "." + methodAndTarget + "." + body));
    }
}
