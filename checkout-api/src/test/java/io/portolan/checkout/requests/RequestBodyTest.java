package io.portolan.checkout.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.InMemoryQuotes;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ServedApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class RequestBodyTest {
    private static final String QUOTE = """
            {"source": {"currency": "CNY", "amount": 720000}, "destination": {"currency": "USD"}}""";
    private static final int LIMIT = 64 * 1024;

    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryQuotes quotes;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void takesABodyAtTheLimit() {
        assertThat(client.post("/v1/quotes", padded(LIMIT)).status()).isEqualTo(201);
        assertThat(client.postChunked("/v1/quotes", padded(LIMIT).getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void rejectsABodyOverTheLimit() {
        ApiReply reply = client.post("/v1/quotes", padded(LIMIT + 1));

        assertRejected(reply, 413, "body-too-large");
        assertThat(reply.errors()).containsExactly(" body-size");
    }

    @Test
    void rejectsAChunkedBodyOverTheLimit() {
        byte[] body = padded(LIMIT + 1).getBytes(StandardCharsets.UTF_8);

        assertRejected(client.postChunked("/v1/quotes", body), 413, "body-too-large");
    }

    @Test
    void rejectsMalformedJsonAndSaysWhere() {
        ApiReply reply = client.post("/v1/quotes", "{\"source\": {\"currency\": \"CNY\",\n  \"amount\": 72O000}}");

        assertRejected(reply, 400, "unreadable-body");
        assertThat(reply.text("/detail")).startsWith("Line 2, column 1");
        assertThat(reply.errors()).containsExactly(" json");
    }

    @Test
    void rejectsAnEmptyBody() {
        assertRejected(client.post("/v1/quotes", ""), 400, "unreadable-body");
        assertRejected(client.post("/v1/quotes", "  "), 400, "unreadable-body");
    }

    @Test
    void rejectsABodyThatEndsEarly() {
        assertRejected(client.post("/v1/quotes", QUOTE.substring(0, 40)), 400, "unreadable-body");
    }

    @Test
    void rejectsANameGivenTwice() {
        ApiReply reply =
                client.post("/v1/quotes", QUOTE.replace("\"amount\": 720000", "\"amount\": 1, \"amount\": 720000"));

        assertRejected(reply, 400, "unreadable-body");
        assertThat(reply.text("/detail")).contains("Duplicate").contains("amount");
    }

    @Test
    void rejectsAnythingAfterTheObject() {
        assertRejected(client.post("/v1/quotes", QUOTE + " {}"), 400, "unreadable-body");
        assertRejected(client.post("/v1/quotes", QUOTE + "x"), 400, "unreadable-body");
    }

    @Test
    void rejectsJsonThatIsNotAnObject() {
        assertRejected(client.post("/v1/quotes", "[" + QUOTE + "]"), 400, "unreadable-body");
        assertRejected(client.post("/v1/quotes", "\"text\""), 400, "unreadable-body");
        assertRejected(client.post("/v1/quotes", "null"), 400, "unreadable-body");
    }

    @Test
    void rejectsNumbersThatAreNotJson() {
        assertRejected(client.post("/v1/quotes", QUOTE.replace("720000", "NaN")), 400, "unreadable-body");
        assertRejected(client.post("/v1/quotes", QUOTE.replace("720000", "0720000")), 400, "unreadable-body");
    }

    @Test
    void rejectsDeepNesting() {
        assertRejected(
                client.post("/v1/quotes", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)), 400, "unreadable-body");
    }

    @Test
    void rejectsABodyThatIsNotUtf8() {
        byte[] latin = "{\"source\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = QUOTE.getBytes(StandardCharsets.UTF_16);

        assertRejected(client.postChunked("/v1/quotes", latin), 400, "unreadable-body");
        assertRejected(client.postChunked("/v1/quotes", wide), 400, "unreadable-body");
    }

    @Test
    void rejectsOtherMediaTypes() {
        assertRejected(sendAs("text/plain"), 415, "unsupported-media-type");
        assertRejected(sendAs("application/x-www-form-urlencoded"), 415, "unsupported-media-type");
        assertRejected(sendAs("application/json; charset=utf-16"), 415, "unsupported-media-type");
        assertRejected(sendAs("json"), 415, "unsupported-media-type");
    }

    @Test
    void rejectsABodyWithoutMediaType() {
        assertRejected(
                client.send(client.request("/v1/quotes").POST(BodyPublishers.ofString(QUOTE))),
                415,
                "unsupported-media-type");
    }

    @Test
    void takesJsonThatNamesItsCharset() {
        assertThat(sendAs("application/json; charset=UTF-8").status()).isEqualTo(201);
    }

    @Test
    void survivesAClientThatDisconnectsWithinTheBody() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
            String head =
                    "POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                                    .formatted(client.key().value())
                            + "Content-Length: 1000\r\n\r\n{\"source\"";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isEmpty(),
                            text -> assertThat(text).contains("400"));
        }
        assertThat(quotes.count(client.merchant())).isZero();
    }

    private ApiReply sendAs(String mediaType) {
        return client.send(
                client.request("/v1/quotes").header("Content-Type", mediaType).POST(BodyPublishers.ofString(QUOTE)));
    }

    private void assertRejected(ApiReply reply, int status, String slug) {
        reply.assertProblem(status, slug);
        assertThat(quotes.count(client.merchant())).isZero();
    }

    private static String padded(int length) {
        return QUOTE + " ".repeat(length - QUOTE.length());
    }
}
