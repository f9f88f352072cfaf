package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

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
class FailureTest {
    @Autowired
    private World world;

    @Autowired
    private InMemoryQuotes quotes;

    @Autowired
    private InMemoryIdempotency idempotency;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @Test
    void tellsNothingOfAFailureButItsTrace(CapturedOutput log) {
        quotes.breakOnce();

        Reply reply = shop.post("/v1/quotes", """
                {"source": {"currency": "CNY", "amount": 720000}, "destination": {"currency": "USD"}}""");

        reply.isProblem(500, "internal");
        assertThat(reply.body()).doesNotContain("disk");
        assertThat(log.getOut()).contains("trace " + reply.text("/trace_id")).contains("the disk is full");
    }

    @Test
    void keepsNoKeyOfARequestThatFailed() {
        String order = Shop.order(shop.quote());
        quotes.breakOnce();
        shop.post("/v1/payments", "key-1", order).isProblem(500, "internal");
        assertThat(idempotency.count(shop.merchant())).isZero();

        assertThat(shop.post("/v1/payments", "key-1", order).status()).isEqualTo(202);
    }

    @Test
    void logsNoPersonalData(CapturedOutput log, @Autowired ScriptedEngine engine) {
        engine.isAway();
        String order = Shop.order(shop.quote());
        quotes.breakOnce();
        shop.post("/v1/payments", "key-1", order);
        shop.post("/v1/payments", "key-1", order);
        shop.pay(order.replace("GDDS", "Li Wei"));
        shop.pay(order.replace("\"GDDS\"", "Li Wei 6222020200112233445"));

        assertThat(log.getAll())
                .doesNotContain(
                        "Li Wei",
                        "6222020200112233445",
                        "Acme Outdoor",
                        "000123456789",
                        shop.key().value());
    }

    @Test
    void refusesAQueryThatIsNotEncoded() throws IOException {
        assertThat(raw("GET /v1/payments?status=%zz HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    private String raw(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
            String request = line
                    + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(shop.key().value());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
