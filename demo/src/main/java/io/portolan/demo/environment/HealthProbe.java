package io.portolan.demo.environment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks processes over HTTP whether they are ready. */
final class HealthProbe implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** Whether this page answers 200 by now. */
    BooleanSupplier probe(URI page) {
        HttpRequest request = HttpRequest.newBuilder(page).timeout(TIMEOUT).build();
        return () -> {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
