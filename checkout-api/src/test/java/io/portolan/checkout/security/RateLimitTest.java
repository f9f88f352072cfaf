package io.portolan.checkout.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ServedApi;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.TestPropertySource;

@ServedApi
@TestPropertySource(properties = "portolan.checkout.requests-per-second=1")
class RateLimitTest {
    @Autowired
    private CheckoutTestApplication application;

    @Test
    void limitsEachMerchantsRequestRate(@Autowired ServletWebServerApplicationContext server) {
        MerchantClient hasty = application.newClient(server);
        MerchantClient other = application.newClient(server);

        List<ApiReply> replies =
                IntStream.range(0, 20).mapToObj(_ -> hasty.get("/v1/corridors")).toList();

        ApiReply refused = replies.stream()
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(replies.getFirst().status()).isEqualTo(200);
        refused.assertProblem(429, "rate-limited");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(other.get("/v1/corridors").status()).isEqualTo(200);
    }
}
