package io.portolan.checkout.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.InMemoryIdempotency;
import io.portolan.checkout.testing.InMemoryQuotes;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPaymentWorkflows;
import io.portolan.checkout.testing.ServedApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
@ExtendWith(OutputCaptureExtension.class)
class ServerErrorTest {
    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryQuotes quotes;

    @Autowired
    private InMemoryIdempotency idempotency;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void revealsOnlyTheTraceOfAFailure(CapturedOutput log) {
        quotes.failOnce();

        ApiReply reply = client.post("/v1/quotes", """
                {"source": {"currency": "CNY", "amount": 720000}, "destination": {"currency": "USD"}}""");

        reply.assertProblem(500, "internal");
        assertThat(reply.body()).doesNotContain("disk");
        assertThat(log.getOut()).contains("trace " + reply.text("/trace_id")).contains("the disk is full");
    }

    @Test
    void keepsNoKeyOfARequestThatFailed() {
        String order = MerchantClient.order(client.quote());
        quotes.failOnce();
        client.post("/v1/payments", "key-1", order).assertProblem(500, "internal");
        assertThat(idempotency.count(client.merchant())).isZero();

        assertThat(client.post("/v1/payments", "key-1", order).status()).isEqualTo(202);
    }

    @Test
    void logsNoPersonalData(CapturedOutput log, @Autowired ScriptedPaymentWorkflows workflows) {
        workflows.becomeUnavailable();
        String order = MerchantClient.order(client.quote());
        quotes.failOnce();
        client.post("/v1/payments", "key-1", order);
        client.post("/v1/payments", "key-1", order);
        client.pay(order.replace("GDDS", "Li Wei"));
        client.pay(order.replace("\"GDDS\"", "Li Wei 6222020200112233445"));

        assertThat(log.getAll())
                .doesNotContain(
                        "Li Wei",
                        "6222020200112233445",
                        "Acme Outdoor",
                        "000123456789",
                        client.key().value());
    }

    @Test
    void rejectsAQueryThatIsNotEncoded() throws IOException {
        assertThat(raw("GET /v1/payments?status=%zz HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    private String raw(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
            String request = line
                    + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(client.key().value());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
