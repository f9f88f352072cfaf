package io.portolan.simulators.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Calls bank B as Portolan does. */
public record DomesticClient(int port) {

    public static final String SECRET = "domestic-demo-secret";
    public static final String ORDERS = "/domestic/v1/orders";

    public Response collect(String key, String amount, String buyer) {
        return order(collection(key, amount, buyer, "null"));
    }

    public Response collectWithCallback(String key, String amount, String buyer, String url) {
        return order(collection(key, amount, buyer, "\"" + url + "\""));
    }

    public Response refund(String key, String original, String amount, String buyer) {
        return order("""
                {"orderNo": "%s", "kind": "REFUND", "amount": "%s", "currency": "CNY",
                 "debtor": {"name": "Portolan", "account": "B-CNY", "bank": "B"},
                 "creditor": {"name": "Li Wei", "account": "%s", "bank": "A"},
                 "originalOrderNo": "%s", "reference": "ORD-1", "notifyUrl": null}""".formatted(key, amount, buyer, original));
    }

    public Response transfer(String key, String amount, String reference) {
        return order("""
                {"orderNo": "%s", "kind": "TRANSFER", "amount": "%s", "currency": "CNY",
                 "debtor": {"name": "Portolan", "account": "B-CNY", "bank": "B"},
                 "creditor": {"name": "Portolan", "account": "D-CNY", "bank": "D"},
                 "originalOrderNo": null, "reference": "%s", "notifyUrl": null}""".formatted(key, amount, reference));
    }

    public Response order(String body) {
        return send("POST", ORDERS, body);
    }

    public Response inquire(String key) {
        return send("GET", ORDERS + "?orderNo=" + URLEncoder.encode(key, StandardCharsets.UTF_8), "");
    }

    /** The inquiry's response once the order has the state. */
    public Response await(String key, String state) {
        return Eventually.get(
                () -> inquire(key), response -> response.text("state").equals(state));
    }

    public Response statement(String account) {
        return statement(account, LocalDate.now(ZoneOffset.UTC));
    }

    public Response statement(String account, LocalDate date) {
        return send("GET", "/domestic/v1/statement?account=" + account + "&date=" + date, "");
    }

    public Response send(String method, String target, String body) {
        return TestHttp.send(port, method, target, headers(method, target, TestHttp.bytes(body)), TestHttp.bytes(body));
    }

    public static Map<String, String> headers(String method, String target, byte[] body) {
        return headers(method + "\n" + target, Instant.now(), UUID.randomUUID().toString(), SECRET, body);
    }

    public static Map<String, String> headers(
            String methodAndTarget, Instant at, String nonce, String secret, byte[] body) {
        var timestamp = Long.toString(at.toEpochMilli());
        return Map.of(
                "X-Client-Id",
                "portolan",
                "X-Timestamp",
                timestamp,
                "X-Nonce",
                nonce,
                "X-Signature",
                signature(methodAndTarget, timestamp, nonce, secret, body));
    }

    public static String signature(String methodAndTarget, String timestamp, String nonce, String secret, byte[] body) {
        var text = methodAndTarget + "\n" + timestamp + "\n" + nonce + "\n" + TestHttp.hex(TestHttp.sha256(body));
        return TestHttp.hmac(secret, TestHttp.bytes(text));
    }

    public static String collection(String key, String amount, String buyer, String notifyUrl) {
        return """
                {"orderNo": "%s", "kind": "COLLECTION", "amount": "%s", "currency": "CNY",
                 "debtor": {"name": "Li Wei", "account": "%s", "bank": "A"},
                 "creditor": {"name": "Portolan", "account": "B-CNY", "bank": "B"},
                 "originalOrderNo": null, "reference": "ORD-1001", "notifyUrl": %s}""".formatted(key, amount, buyer, notifyUrl);
    }
}
