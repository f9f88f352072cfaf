package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.TestHttp;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlEndpointsTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    @Test
    void reportsThatItIsUp() {
        assertThat(get("/control/health").status()).isEqualTo(200);
    }

    @Test
    void readsAndChangesAnySubsetOfTheSettings() {
        assertThat(simulators.changeSettings("{\"slowBookAfterMillis\":123}").status())
                .isEqualTo(200);

        var settings = get("/control/settings");

        assertThat(settings.json().get("slowBookAfterMillis").longValue()).isEqualTo(123);
        assertThat(settings.json().get("bookAfterMillis").longValue()).isEqualTo(30);
        assertThat(settings.json().get("quoteTtlMillis").longValue()).isEqualTo(900_000);
        assertThat(settings.text("callbackUrl")).isEqualTo(simulators.callbacks.address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"slowBookAfterMillis\":-1}",
                "{\"slowBookAfterMillis\":\"1\"}",
                "{\"slowBookAfterMillis\":null}",
                "{\"other\":1}",
                "{\"callbackUrl\":\"nowhere\"}",
                "{\"callbackUrl\":5}",
                "{\"quoteTtlMillis\":77,\"slowBookAfterMillis\":-1}"
            })
    void changesNothingOnAnInvalidRequest(String body) {
        var before = get("/control/settings");

        assertThat(simulators.changeSettings(body).status()).isEqualTo(400);

        assertThat(get("/control/settings")).isEqualTo(before);
    }

    @Test
    void knowsNoOtherPaths() {
        assertThat(get("/").status()).isEqualTo(404);
        assertThat(get("/control/unknown").status()).isEqualTo(404);
    }

    private static Response get(String target) {
        return TestHttp.send(simulators.port(), "GET", target, Map.of(), new byte[0]);
    }
}
