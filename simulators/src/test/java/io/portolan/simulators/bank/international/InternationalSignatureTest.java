package io.portolan.simulators.bank.international;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.PayoutDocument;
import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.TestHttp;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternationalSignatureTest {

    private static final String METHOD_AND_TARGET = "POST " + InternationalClient.PAYMENTS;

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final byte[] body = TestHttp.bytes(
            PayoutDocument.of(SimulatorExtension.newKey(), "1.00", "990099").xml());

    @Test
    void recognizesAValidSignature() {
        assertThat(post(headersAt(Instant.now())).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Bank-Key-Id", "X-Bank-Date", "X-Bank-Signature"})
    void rejectsWhatIsNotSignedInFull(String missing) {
        var headers = headersAt(Instant.now());
        headers.remove(missing);

        assertThat(post(headers).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "!"})
    void rejectsAnInvalidSignature(String signature) {
        var headers = headersAt(Instant.now());
        headers.put("X-Bank-Signature", signature);

        assertThat(post(headers).status()).isEqualTo(401);
    }

    @Test
    void rejectsASignatureByAnotherKey() throws Exception {
        var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var key = Base64.getEncoder().encodeToString(stranger.getPrivate().getEncoded());

        assertThat(post(InternationalClient.headers(METHOD_AND_TARGET, Instant.now(), key, body))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rejectsAnotherBodyThanTheSignedOne() {
        var headers = InternationalClient.headers(
                METHOD_AND_TARGET, Instant.now(), InternationalClient.CLIENT_PRIVATE_KEY, TestHttp.bytes("<other/>"));

        assertThat(post(headers).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 302})
    void rejectsATimeThatIsFarOff(long seconds) {
        assertThat(post(headersAt(Instant.now().plus(Duration.ofSeconds(seconds))))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rejectsASignatureForAnotherInquiry() {
        var headers = InternationalClient.headers(
                "GET /intl/payments/status?id=a", Instant.now(), InternationalClient.CLIENT_PRIVATE_KEY, new byte[0]);

        var response = TestHttp.send(simulators.port(), "GET", "/intl/payments/status?id=b", headers, new byte[0]);

        assertThat(response.status()).isEqualTo(401);
    }

    private Map<String, String> headersAt(Instant at) {
        return new HashMap<>(
                InternationalClient.headers(METHOD_AND_TARGET, at, InternationalClient.CLIENT_PRIVATE_KEY, body));
    }

    private Response post(Map<String, String> headers) {
        return TestHttp.send(simulators.port(), "POST", InternationalClient.PAYMENTS, headers, body);
    }
}
