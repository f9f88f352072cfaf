package io.portolan.checkout.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.InMemoryMerchants;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ServedApi;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class ApiKeyTest {
    @Autowired
    private CheckoutTestApplication application;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void rejectsARequestWithoutKey() {
        ApiReply reply = client.send(client.anonymous("/v1/corridors"));

        reply.assertProblem(401, "unauthorized");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"portolan\"");
    }

    @Test
    void rejectsAnUnknownKey() {
        ApiReply reply = client.send(with("Bearer " + ApiKey.generate().value()));

        reply.assertProblem(401, "unauthorized");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"portolan\", error=\"invalid_token\"");
    }

    @Test
    void rejectsARequestWithAMalformedKey() {
        client.send(with("Bearer ptl_short")).assertProblem(401, "unauthorized");
        client.send(with("Bearer")).assertProblem(401, "unauthorized");
        client.send(with("Basic c2hvcDpzaG9w")).assertProblem(401, "unauthorized");
        client.send(with("Bearer " + client.key().hash())).assertProblem(401, "unauthorized");
    }

    @Test
    void takesTheSchemeInAnyCase() {
        assertThat(client.send(with("bearer " + client.key().value())).status()).isEqualTo(200);
    }

    @Test
    void asksForAKeyBeforeItSaysWhatIsThere() {
        client.send(client.anonymous("/v1/nothing-here")).assertProblem(401, "unauthorized");
    }

    @Test
    void isUnavailableWhileKeysCannotBeRead(@Autowired InMemoryMerchants merchants) {
        merchants.setBroken(true);

        ApiReply reply = client.get("/v1/corridors");

        reply.assertProblem(503, "unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(reply.body()).doesNotContain("down");
    }

    @Test
    void setsNoCookie() {
        assertThat(client.get("/v1/corridors").header("Set-Cookie")).isEmpty();
        assertThat(client.get("/v1/corridors").header("Cache-Control")).contains("no-store");
    }

    @Test
    void generatesKeysThatAreKeptOnlyAsHash() {
        ApiKey key = ApiKey.generate();

        assertThat(key.value()).matches("ptl_[0-9a-f]{64}");
        assertThat(key.hash())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(ApiKey.generate().hash());
        assertThat(key.toString()).isEqualTo("ptl_…");
        assertThat(new ApiKey("ptl_" + "0".repeat(64)).hash())
                .isEqualTo("20d550627d7072b3d8f864f47cc508f838b7e5efade0a5522553bc35a51ce549");
    }

    @Test
    void rejectsAMalformedKey() {
        assertThatThrownBy(() -> new ApiKey("secret")).isInstanceOf(IllegalArgumentException.class);
    }

    private HttpRequest.Builder with(String authorization) {
        return client.anonymous("/v1/corridors").header("Authorization", authorization);
    }
}
