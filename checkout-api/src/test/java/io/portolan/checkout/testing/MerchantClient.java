package io.portolan.checkout.testing;

import io.portolan.checkout.security.ApiKey;
import io.portolan.domain.ids.MerchantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** A merchant that calls the API with its key. */
public record MerchantClient(int port, MerchantId merchant, ApiKey key) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What the payments of these tests are made of. */
    public static final String PAYER = """
            {"name": "Li Wei", "account": {"number": "6222020200112233445", "bank": "A"}}""";

    public static final String ADDRESS = """
            {"street": "Main Street", "building": "12", "postal_code": "94016", "city": "Daly City", "country": "US"}""";

    public static final String PAYEE = """
            {"name": "Acme Outdoor LLC", "account": {"number": "000123456789", "bank": "C"}, "address": %s}""".formatted(ADDRESS);

    public static String order(String quote) {
        return """
                {"order_reference": "ORD-1001", "quote": "%s", "max_slippage_bps": 50, "payer": %s, "payee": %s, "purpose": "GDDS",
                 "metadata": {"cart": "77"}}""".formatted(quote, PAYER, PAYEE);
    }

    public ApiReply get(String path) {
        return send(request(path).GET());
    }

    public ApiReply post(String path, String body) {
        return send(json(path, BodyPublishers.ofString(body)));
    }

    /** Sent in pieces, without saying how long it is. */
    public ApiReply postChunked(String path, byte[] body) {
        return send(json(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    public ApiReply post(String path, String idempotencyKey, String body) {
        return send(json(path, BodyPublishers.ofString(body)).header("Idempotency-Key", idempotencyKey));
    }

    /** The id of a new quote over 7200.00 CNY to USD. */
    public String quote() {
        return post("/v1/quotes", """
                {"source": {"currency": "CNY", "amount": 720000}, "destination": {"currency": "USD"}}""").text("/id");
    }

    /** A new payment with an idempotency key of its own. */
    public ApiReply pay() {
        return pay(order(quote()));
    }

    public ApiReply pay(String body) {
        return post("/v1/payments", UUID.randomUUID().toString(), body);
    }

    public ApiReply cancel(String payment) {
        return post(
                "/v1/payments/%s/cancel".formatted(payment), UUID.randomUUID().toString(), "");
    }

    /** Asks to refund the payment, with an idempotency key of its own. */
    public ApiReply refund(String payment, String body) {
        return post(
                "/v1/payments/%s/refunds".formatted(payment), UUID.randomUUID().toString(), body);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key.value());
    }

    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    public ApiReply send(HttpRequest.Builder request) {
        try {
            return new ApiReply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest.Builder json(String path, BodyPublisher body) {
        return request(path).header("Content-Type", "application/json").POST(body);
    }
}
