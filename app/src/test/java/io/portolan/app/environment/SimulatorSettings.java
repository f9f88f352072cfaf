package io.portolan.app.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** How fast the simulated banks are, changed while they run. */
public record SimulatorSettings(URI banks) {
    /** Such as {@code bookAfterMillis}; docs/protocols.md has the others. */
    public void set(String name, int millis) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(banks.resolve("/control/settings"))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"%s\": %d}".formatted(name, millis)))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        }
    }
}
