package io.portolan.simulators.bank.domestic;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.DomesticClient;
import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.TestHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomesticSignatureTest {

    private static final String METHOD_AND_TARGET = "POST\n" + DomesticClient.ORDERS;

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final String key = SimulatorExtension.newKey();
    private final byte[] body = TestHttp.bytes(DomesticClient.collection(key, "1.00", "622299", "null"));

    @Test
    void recognizesAValidSignature() {
        assertThat(post(DomesticClient.headers("POST", DomesticClient.ORDERS, body))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Client-Id", "X-Timestamp", "X-Nonce", "X-Signature"})
    void rejectsWhatIsNotSignedInFull(String missing) {
        var headers = new HashMap<>(DomesticClient.headers("POST", DomesticClient.ORDERS, body));
        headers.remove(missing);

        assertRejected(post(headers));
    }

    @Test
    void rejectsASignatureByAnotherSecret() {
        assertRejected(
                post(DomesticClient.headers(METHOD_AND_TARGET, Instant.now(), "n1" + key, "another-secret", body)));
    }

    @Test
    void rejectsAnotherBodyThanTheSignedOne() {
        var signed = TestHttp.bytes(DomesticClient.collection(key, "2.00", "622299", "null"));

        assertRejected(post(DomesticClient.headers("POST", DomesticClient.ORDERS, signed)));
    }

    @Test
    void rejectsASignatureForAnotherPath() {
        assertRejected(post(DomesticClient.headers("POST", DomesticClient.ORDERS + "?a=b", body)));
    }

    @Test
    void rejectsAnotherClient() {
        var headers = new HashMap<>(DomesticClient.headers("POST", DomesticClient.ORDERS, body));
        headers.put("X-Client-Id", "someone-else");

        assertRejected(post(headers));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -100_000})
    void rejectsATimeThatIsFarOff(long seconds) {
        var at = Instant.now().plus(Duration.ofSeconds(seconds));

        assertRejected(
                post(DomesticClient.headers(METHOD_AND_TARGET, at, "n2" + seconds + key, DomesticClient.SECRET, body)));
    }

    @Test
    void rejectsTheSameNonceAgain() {
        var headers = DomesticClient.headers("POST", DomesticClient.ORDERS, body);
        post(headers);

        assertRejected(post(headers));
    }

    @Test
    void doesNotLetAStrangerUseUpANonce() {
        var nonce = "n3" + key;
        post(DomesticClient.headers(METHOD_AND_TARGET, Instant.now(), nonce, "another-secret", body));

        var response =
                post(DomesticClient.headers(METHOD_AND_TARGET, Instant.now(), nonce, DomesticClient.SECRET, body));

        assertThat(response.status()).isEqualTo(202);
    }

    @Test
    void rejectsAnUnsignedInquiry() {
        var response =
                TestHttp.send(simulators.port(), "GET", DomesticClient.ORDERS + "?orderNo=a", Map.of(), new byte[0]);

        assertThat(response.status()).isEqualTo(401);
    }

    private Response post(Map<String, String> headers) {
        return TestHttp.send(simulators.port(), "POST", DomesticClient.ORDERS, headers, body);
    }

    private void assertRejected(Response response) {
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text("code")).isEqualTo("SIGNATURE");
    }
}
