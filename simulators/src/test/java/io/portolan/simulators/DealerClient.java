package io.portolan.simulators;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Talks to the dealer as Portolan does. */
record DealerClient(int port) {

    static final String SECRET = "dealer-demo-secret";
    static final String TRADES = "/fx/v2/trades";

    Response quote(String body) {
        return send("POST", "/fx/v2/quotes", body, Map.of());
    }

    /** A quote for 7164.00 yuan in dollars. */
    String quoteId(String reference) {
        return quote("""
                {"sell_currency":"CNY","sell_amount":716400,"buy_currency":"USD","reference":"%s"}""".formatted(reference)).text("quote_id");
    }

    Response trade(String key, String quoteId, String reference) {
        var body = "{\"quote_id\":\"" + quoteId + "\",\"reference\":\"" + reference + "\"}";
        return send("POST", TRADES, body, Map.of("Client-Trade-Id", key));
    }

    Response inquire(String key) {
        return send("GET", TRADES + "?client_trade_id=" + URLEncoder.encode(key, StandardCharsets.UTF_8), "", Map.of());
    }

    /** The inquiry's answer once the trade has the status. */
    Response await(String key, String status) {
        return Eventually.get(
                () -> inquire(key), answer -> answer.text("status").equals(status));
    }

    Response send(String method, String target, String body, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("X-Dealer-Signature", header(Instant.now(), SECRET, method + "." + target, body));
        return TestHttp.send(port, method, target, headers, TestHttp.bytes(body));
    }

    static String header(Instant at, String secret, String methodAndTarget, String body) {
        return "t=" + at.getEpochSecond() + ",v1=" + signature(at.getEpochSecond(), secret, methodAndTarget, body);
    }

    static String signature(long seconds, String secret, String methodAndTarget, String body) {
        return TestHttp.hmac(secret, TestHttp.bytes(seconds + "." + methodAndTarget + "." + body));
    }
}
