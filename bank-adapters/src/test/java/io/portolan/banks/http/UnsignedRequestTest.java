package io.portolan.banks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsignedRequestTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://bank/v1", "http://bank/v1/", "http://bank/v1//"})
    void goesBelowTheBaseUri(URI baseUri) {
        try (var channel = new HttpChannel(baseUri, Duration.ofSeconds(1))) {
            assertThat(channel.get("/orders").uri()).hasToString("http://bank/v1/orders");
        }
    }

    @Test
    void sendsExactlyWhatIsSigned() {
        UnsignedRequest request = new UnsignedRequest("GET", URI.create("http://bank/v1/orders"), "")
                .with("id", "pay/é&1")
                .with("date", "2026-11-21");

        HttpRequest sent = request.toBuilder("application/json").build();

        assertThat(request.pathWithQuery()).isEqualTo("/v1/orders?id=pay%2F%C3%A9%261&date=2026-11-21");
        assertThat(sent.uri()).hasToString("http://bank" + request.pathWithQuery());
        assertThat(sent.method()).isEqualTo("GET");
    }
}
