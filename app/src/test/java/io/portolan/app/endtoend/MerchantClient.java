package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.PaymentId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop's side: quotes, payments and their status, over HTTP alone. */
final class MerchantClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI app;
    private final String apiKey;

    MerchantClient(URI app, String apiKey) {
        this.app = app;
        this.apiKey = apiKey;
    }

    /** Asks for a quote and pays, each of which must be taken at the first try. */
    PaymentId pay(Purchase purchase) throws IOException, InterruptedException {
        HttpResponse<String> quote = send(post("/v1/quotes", purchase.quote()));
        assertThat(quote.statusCode()).as(quote.body()).isEqualTo(201);
        JsonNode body = purchase.payment(read(quote).get("id").asString());
        HttpRequest.Builder request = post("/v1/payments", body)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        HttpResponse<String> payment = send(request);
        assertThat(payment.statusCode()).as(payment.body()).isEqualTo(202);
        return new PaymentId(read(payment).get("id").asString());
    }

    /** The payment as the shop sees it, once it has this status. */
    JsonNode awaitStatus(PaymentId payment, String status, Duration limit) {
        return await(payment, status, limit, now -> now.get("status").asString().equals(status));
    }

    /** The payment once it has this status, and this reason (empty: none). */
    JsonNode awaitRest(PaymentId payment, String status, String reason, Duration limit) {
        return await(
                payment,
                status + " " + reason,
                limit,
                now -> now.get("status").asString().equals(status)
                        && now.at("/reason/code").asString("").equals(reason));
    }

    /** Asks for all of it back. */
    void refund(PaymentId payment) throws IOException, InterruptedException {
        HttpRequest.Builder request = post(
                        "/v1/payments/" + payment + "/refunds",
                        JsonMapper.shared().createObjectNode())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        HttpResponse<String> refund = send(request);
        assertThat(refund.statusCode()).as(refund.body()).isEqualTo(202);
    }

    /** The completed payment, once all its funds have settled as well. */
    JsonNode awaitSettled(PaymentId payment, Duration limit) {
        return await(payment, "settled", limit, MerchantClient::isSettled);
    }

    /** The payment once it waits for a person because nobody knows whether its money has moved. */
    JsonNode awaitParked(PaymentId payment, Duration limit) {
        return await(
                payment,
                "parked",
                limit,
                now -> now.at("/reason/code").asString("").equals("outcome_unknown"));
    }

    /** Whatever was killed may take the API with it for a while. */
    private JsonNode await(PaymentId payment, String what, Duration limit, Predicate<JsonNode> reached) {
        return Awaitility.await(payment + " is " + what)
                .atMost(limit)
                .pollInterval(BETWEEN_LOOKS)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> get("/v1/payments/" + payment), reached);
    }

    /** The types of all its events, oldest first. */
    List<String> events(PaymentId payment) throws IOException, InterruptedException {
        JsonNode events = get("/v1/payments/" + payment + "/events?limit=200").get("data");
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.get("type").asString())
                .toList();
    }

    /** @throws IOException as well if the answer is no 200: the app may just be starting again */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(path).GET());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + " " + response.body());
        }
        return read(response);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static boolean isSettled(JsonNode payment) {
        return payment.get("status").asString().equals("completed")
                && StreamSupport.stream(payment.get("legs").spliterator(), false)
                        .allMatch(leg -> leg.get("settlement").asString("").equals("settled"));
    }

    private HttpRequest.Builder post(String path, JsonNode body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(app.resolve(path)).timeout(LIMIT).header("Authorization", "Bearer " + apiKey);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode read(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
