package io.portolan.banks.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpChannelTest extends WithStubbedServer {
    private static final int MAX_BYTES = 100;

    @Test
    void exchangesARequestForACompleteResponse() throws InvalidResponse {
        server.stubFor(
                post("/orders?id=1").willReturn(aResponse().withStatus(422).withBody("é")));

        try (var channel = new HttpChannel(serverUri(), LONG_TIMEOUT)) {
            var request = channel.post("/orders", "body").with("id", "1").toBuilder("text/plain");
            assertThat(channel.send(request.build(), MAX_BYTES)).isEqualTo(new Response(422, "é"));
        }
    }

    @Test
    void failsWhenNobodyListens() {
        assertFails(EndlessHeadersServer.unusedUri(), LONG_TIMEOUT, "could not connect");
    }

    @Test
    void givesUpWhenTheHeadersDribble() {
        try (var dribbling = new EndlessHeadersServer()) {
            assertFails(dribbling.uri(), SHORT_TIMEOUT, "no complete response within 300 ms");
        }
    }

    @Test
    void givesUpWhenTheBodyDribbles() {
        server.stubFor(post(anyUrl()).willReturn(ok("body").withChunkedDribbleDelay(4, 2_000)));

        assertFails(serverUri(), SHORT_TIMEOUT, "no complete response within 300 ms");
    }

    @Test
    void givesUpWhenItIsInterrupted() {
        server.stubFor(post(anyUrl()).willReturn(ok().withFixedDelay(2_000)));
        Thread.currentThread().interrupt();

        assertFails(serverUri(), LONG_TIMEOUT, "interrupted while waiting for the response");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void readsNoMoreThanItsLimit() throws InvalidResponse {
        server.stubFor(get(anyUrl()).willReturn(ok("x".repeat(MAX_BYTES))));
        server.stubFor(post(anyUrl()).willReturn(ok("x".repeat(MAX_BYTES + 1))));

        try (var channel = new HttpChannel(serverUri(), LONG_TIMEOUT)) {
            var request = channel.get("/orders").toBuilder("text/plain");
            assertThat(channel.send(request.build(), MAX_BYTES).body()).hasSize(MAX_BYTES);
        }
        assertFails(serverUri(), LONG_TIMEOUT, "the connection broke or the response exceeded 100 bytes");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void sendsAPostOnceWhenTheConnectionBreaks(Fault fault) {
        server.stubFor(post(anyUrl()).willReturn(ok("body").withFault(fault)));

        assertFails(serverUri(), LONG_TIMEOUT, "the connection broke or the response exceeded 100 bytes");
        server.verify(lessThanOrExactly(1), postRequestedFor(anyUrl()));
    }

    @Test
    void doesNotFollowARedirection() throws InvalidResponse {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(307).withHeader("Location", "/elsewhere")));
        server.stubFor(post("/elsewhere").willReturn(ok("body")));

        assertThat(send(serverUri(), LONG_TIMEOUT).status()).isEqualTo(307);
        server.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void readsNothingButUtf8() {
        server.stubFor(post(anyUrl()).willReturn(ok().withBody(new byte[] {(byte) 0xE9})));

        assertFails(serverUri(), LONG_TIMEOUT, "the response is not UTF-8");
    }

    private static void assertFails(URI baseUri, Duration timeLimit, String detail) {
        assertThatThrownBy(() -> send(baseUri, timeLimit))
                .isInstanceOf(InvalidResponse.class)
                .hasMessage(detail)
                .hasNoCause();
    }

    private static Response send(URI baseUri, Duration timeLimit) throws InvalidResponse {
        try (var channel = new HttpChannel(baseUri, timeLimit)) {
            return channel.send(
                    channel.post("/orders", "order").toBuilder("text/plain").build(), MAX_BYTES);
        }
    }
}
