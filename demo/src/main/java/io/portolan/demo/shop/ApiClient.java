package io.portolan.demo.shop;

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
 * The API over HTTP, as a careful shop calls it: what got no valid answer is asked again, with the same idempotency key, until there is one.
 *
 * <p>So the app may be killed in the middle of anything, and no order is sent twice or lost.
 */
final class ApiClient implements AutoCloseable {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI base;
    private final String apiKey;
    private final Duration retryTimeout;

    /** @param retryTimeout how long a request without a valid answer is repeated */
    ApiClient(URI base, String apiKey, Duration retryTimeout) {
        this.base = base;
        this.apiKey = apiKey;
        this.retryTimeout = retryTimeout;
    }

    JsonNode get(String path) throws ApiRejected, ApiUnavailable, InterruptedException {
        return sendWithRetries(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) throws ApiRejected, ApiUnavailable, InterruptedException {
        return sendWithRetries(postRequest(path, body).build());
    }

    JsonNode post(String path, JsonNode body, String idempotencyKey)
            throws ApiRejected, ApiUnavailable, InterruptedException {
        return sendWithRetries(postRequest(path, body)
                .header("Idempotency-Key", idempotencyKey)
                .build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder postRequest(String path, JsonNode body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(CALL_TIMEOUT)
                .header("Authorization", "Bearer " + apiKey)
                .header("Accept", "application/json, application/problem+json");
    }

    private JsonNode sendWithRetries(HttpRequest request) throws ApiRejected, ApiUnavailable, InterruptedException {
        long deadline = System.nanoTime() + retryTimeout.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            String lastAnswer;
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                int status = response.statusCode();
                if (status >= 200 && status < 300) {
                    return JsonMapper.shared().readTree(response.body());
                }
                if (!isRetryable(response)) {
                    throw new ApiRejected(status, response.body());
                }
                lastAnswer = status + " " + response.body();
            } catch (IOException | JacksonException broken) {
                lastAnswer = broken.toString();
            }
            if (System.nanoTime() > deadline) {
                throw new ApiUnavailable(retryTimeout, lastAnswer);
            }
            new CountDownLatch(1).await(pause, TimeUnit.MILLISECONDS);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private static boolean isRetryable(HttpResponse<String> response) {
        boolean stillRunning = response.statusCode() == 409
                && response.headers().firstValue("Retry-After").isPresent();
        return stillRunning || response.statusCode() == 429 || response.statusCode() >= 500;
    }
}
