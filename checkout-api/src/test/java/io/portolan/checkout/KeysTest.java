package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.checkout.keys.ApiKey;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class KeysTest {
    @Autowired
    private World world;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @Test
    void refusesARequestWithoutKey() {
        Reply reply = shop.send(shop.anonymous("/v1/corridors"));

        reply.isProblem(401, "unauthorized");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"portolan\"");
    }

    @Test
    void refusesAnUnknownKey() {
        Reply reply = shop.send(with("Bearer " + ApiKey.generate().value()));

        reply.isProblem(401, "unauthorized");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"portolan\", error=\"invalid_token\"");
    }

    @Test
    void refusesWhatIsNoKey() {
        shop.send(with("Bearer ptl_short")).isProblem(401, "unauthorized");
        shop.send(with("Bearer")).isProblem(401, "unauthorized");
        shop.send(with("Basic c2hvcDpzaG9w")).isProblem(401, "unauthorized");
        shop.send(with("Bearer " + shop.key().hash())).isProblem(401, "unauthorized");
    }

    @Test
    void takesTheSchemeInAnyCase() {
        assertThat(shop.send(with("bearer " + shop.key().value())).status()).isEqualTo(200);
    }

    @Test
    void asksForAKeyBeforeItSaysWhatIsThere() {
        shop.send(shop.anonymous("/v1/nothing-here")).isProblem(401, "unauthorized");
    }

    @Test
    void isUnavailableWhileKeysCannotBeRead(@Autowired InMemoryMerchants merchants) {
        merchants.isBroken(true);

        Reply reply = shop.get("/v1/corridors");

        reply.isProblem(503, "unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(reply.body()).doesNotContain("away");
    }

    @Test
    void setsNoCookie() {
        assertThat(shop.get("/v1/corridors").header("Set-Cookie")).isEmpty();
        assertThat(shop.get("/v1/corridors").header("Cache-Control")).contains("no-store");
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
    void refusesAKeyOfAnotherShape() {
        assertThatThrownBy(() -> new ApiKey("secret")).isInstanceOf(IllegalArgumentException.class);
    }

    private HttpRequest.Builder with(String authorization) {
        return shop.anonymous("/v1/corridors").header("Authorization", authorization);
    }
}
