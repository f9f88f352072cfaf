package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomesticSignatureTest {

    private static final String START = "POST\n" + DomesticClient.ORDERS;

    @RegisterExtension
    static final Outside outside = new Outside();

    private final String key = Outside.newKey();
    private final byte[] body = Wire.bytes(DomesticClient.collection(key, "1.00", "622299", "null"));

    @Test
    void takesARightSignature() {
        assertThat(post(DomesticClient.headers("POST", DomesticClient.ORDERS, body))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Client-Id", "X-Timestamp", "X-Nonce", "X-Signature"})
    void refusesWhatIsNotSignedInFull(String missing) {
        var headers = new HashMap<>(DomesticClient.headers("POST", DomesticClient.ORDERS, body));
        headers.remove(missing);

        assertRefused(post(headers));
    }

    @Test
    void refusesASignatureByAnotherSecret() {
        assertRefused(post(DomesticClient.headers(START, Instant.now(), "n1" + key, "another-secret", body)));
    }

    @Test
    void refusesAnotherBodyThanTheSignedOne() {
        var signed = Wire.bytes(DomesticClient.collection(key, "2.00", "622299", "null"));

        assertRefused(post(DomesticClient.headers("POST", DomesticClient.ORDERS, signed)));
    }

    @Test
    void refusesASignatureForAnotherPath() {
        assertRefused(post(DomesticClient.headers("POST", DomesticClient.ORDERS + "?a=b", body)));
    }

    @Test
    void refusesAnotherClient() {
        var headers = new HashMap<>(DomesticClient.headers("POST", DomesticClient.ORDERS, body));
        headers.put("X-Client-Id", "somebody");

        assertRefused(post(headers));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -100_000})
    void refusesATimeThatIsFarOff(long seconds) {
        var at = Instant.now().plus(Duration.ofSeconds(seconds));

        assertRefused(post(DomesticClient.headers(START, at, "n2" + seconds + key, DomesticClient.SECRET, body)));
    }

    @Test
    void refusesTheSameNonceAgain() {
        var headers = DomesticClient.headers("POST", DomesticClient.ORDERS, body);
        post(headers);

        assertRefused(post(headers));
    }

    @Test
    void doesNotLetAStrangerUseUpANonce() {
        var nonce = "n3" + key;
        post(DomesticClient.headers(START, Instant.now(), nonce, "another-secret", body));

        var answer = post(DomesticClient.headers(START, Instant.now(), nonce, DomesticClient.SECRET, body));

        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void refusesAnUnsignedQuestion() {
        var answer = Wire.send(outside.port(), "GET", DomesticClient.ORDERS + "?orderNo=a", Map.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(401);
    }

    private Answer post(Map<String, String> headers) {
        return Wire.send(outside.port(), "POST", DomesticClient.ORDERS, headers, body);
    }

    private void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("code")).isEqualTo("SIGNATURE");
    }
}
