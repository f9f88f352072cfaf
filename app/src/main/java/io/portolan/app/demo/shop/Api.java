package io.portolan.app.demo.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API over HTTP, as a careful shop calls it: what got no proper answer is asked again, with the same idempotency key, until there is one.
 *
 * <p>So the app may be killed in the middle of anything, and no order is sent twice or lost.
 */
final class Api implements AutoCloseable {
    private static final Duration ONE_CALL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI base;
    private final String apiKey;

    Api(URI base, String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    JsonNode get(String path) throws ApiRefused, InterruptedException {
        return answer(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) throws ApiRefused, InterruptedException {
        return answer(posting(path, body).build());
    }

    JsonNode post(String path, JsonNode body, String idempotencyKey) throws ApiRefused, InterruptedException {
        return answer(
                posting(path, body).header("Idempotency-Key", idempotencyKey).build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder posting(String path, JsonNode body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ONE_CALL)
                .header("Authorization", "Bearer " + apiKey)
                .header("Accept", "application/json, application/problem+json");
    }

    private JsonNode answer(HttpRequest request) throws ApiRefused, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            String lastWord;
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                int status = response.statusCode();
                if (status >= 200 && status < 300) {
                    return JsonMapper.shared().readTree(response.body());
                }
                if (!isWorthAnotherTry(response)) {
                    throw new ApiRefused(status, response.body());
                }
                lastWord = status + " " + response.body();
            } catch (IOException | JacksonException broken) {
                lastWord = broken.toString();
            }
            if (System.nanoTime() > deadline) {
                throw new ApiRefused(
                        0, "no proper answer for " + PATIENCE.toSeconds() + " s; the last was " + lastWord);
            }
            new CountDownLatch(1).await(pause, TimeUnit.MILLISECONDS);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private static boolean isWorthAnotherTry(HttpResponse<String> response) {
        boolean stillRunning = response.statusCode() == 409
                && response.headers().firstValue("Retry-After").isPresent();
        return stillRunning || response.statusCode() == 429 || response.statusCode() >= 500;
    }
}
