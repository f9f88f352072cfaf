package io.portolan.banks.signedjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.CallbackVerification;
import io.portolan.domain.bank.CallbackVerification.Genuine;
import io.portolan.domain.bank.CallbackVerification.Malformed;
import io.portolan.domain.bank.CallbackVerification.Unauthenticated;
import io.portolan.domain.ids.InstructionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedJsonCallbackVerifierTest {
    private static final String PATH = "/callbacks/domestic";
    private static final String BODY = """
            {"eventId":"evt-1","orderNo":"%s","bankReference":"B00000000042","state":"BOOKED",\
            "occurredAt":"2026-11-21T08:15:00.000Z"}""".formatted(Samples.KEY);

    private final SignedJsonCallbackVerifier verifier = new SignedJsonCallbackVerifier(Samples.SECRET, Samples.CLOCK);

    @Test
    void isGenuineWhenTheBankSignedIt() {
        assertThat(verify(BODY, headers(BODY, Samples.NOW, Samples.SECRET)))
                .isEqualTo(new Genuine(InstructionKey.parse(Samples.KEY), "evt-1", "BOOKED"));
    }

    @Test
    void keepsItsEventIdWhenDeliveredAgain() {
        Instant later = Samples.NOW.plusSeconds(4);

        assertThat(verify(BODY, headers(BODY, later, Samples.SECRET)))
                .isEqualTo(verify(BODY, headers(BODY, Samples.NOW, Samples.SECRET)));
    }

    @Test
    void isUnauthenticatedWhenAnotherSecretSignedIt() {
        assertThat(verify(BODY, headers(BODY, Samples.NOW, "guessed")))
                .isEqualTo(new Unauthenticated("X-Signature is not valid"));
    }

    @Test
    void isUnauthenticatedWhenTheBodyWasTamperedWith() {
        Map<String, String> headers = headers(BODY, Samples.NOW, Samples.SECRET);

        assertThat(verify(BODY.replace("BOOKED", "REJECTED"), headers)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @CsvSource({"X-Timestamp, 1795248900001", "X-Nonce, other", "X-Signature, ''"})
    void isUnauthenticatedWhenAHeaderWasTamperedWith(String header, String value) {
        Map<String, String> headers = headers(BODY, Samples.NOW, Samples.SECRET);
        headers.put(header, value);

        assertThat(verify(BODY, headers)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Timestamp", "X-Nonce", "X-Signature"})
    void isUnauthenticatedWhenAHeaderIsMissing(String header) {
        Map<String, String> headers = headers(BODY, Samples.NOW, Samples.SECRET);
        headers.remove(header);

        assertThat(verify(BODY, headers)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void isUnauthenticatedWhenItWasSignedForAnotherPath() {
        Map<String, String> headers = headers(BODY, Samples.NOW, Samples.SECRET);

        assertThat(verifier.verify(PATH + "?x=1", name -> Optional.ofNullable(headers.get(name)), BODY.getBytes(UTF_8)))
                .isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M0.001S", "-PT5M0.001S", "P1D", "P-36500D"})
    void isUnauthenticatedWhenItIsMoreThanFiveMinutesOff(Duration age) {
        Instant signedAt = Samples.NOW.minus(age);

        assertThat(verify(BODY, headers(BODY, signedAt, Samples.SECRET)))
                .isEqualTo(new Unauthenticated("X-Timestamp is missing, malformed or more than five minutes off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "-PT5M"})
    void isGenuineAtTheEdgeOfTheWindow(Duration age) {
        Instant signedAt = Samples.NOW.minus(age);

        assertThat(verify(BODY, headers(BODY, signedAt, Samples.SECRET))).isInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Li Wei",
                "{}",
                "null",
                "{\"eventId\":\"evt-1\",\"orderNo\":\"Li Wei\",\"state\":\"BOOKED\",\"occurredAt\":\"2026-11-21T08:15:00Z\"}",
                "{\"eventId\":null,\"orderNo\":\"pay_0123456789ABCDEFGHJK/1/1/1\",\"state\":\"BOOKED\","
                        + "\"occurredAt\":\"2026-11-21T08:15:00Z\"}",
            })
    void isMalformedWhenTheBankSignedSomethingElse(String body) {
        assertThat(verify(body, headers(body, Samples.NOW, Samples.SECRET)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.detail()).doesNotContain("Li Wei"));
    }

    @Test
    void isMalformedWhenItIsTooLarge() {
        String body = BODY + " ".repeat(64 * 1024);

        assertThat(verify(body, headers(body, Samples.NOW, Samples.SECRET))).isInstanceOf(Malformed.class);
    }

    private CallbackVerification verify(String body, Map<String, String> headers) {
        return verifier.verify(PATH, name -> Optional.ofNullable(headers.get(name)), body.getBytes(UTF_8));
    }

    private static Map<String, String> headers(String body, Instant at, String secret) {
        String timestamp = Long.toString(at.toEpochMilli());
        var base = new SignatureBase("POST", PATH, timestamp, "nonce-1", SignatureBase.hashOf(body.getBytes(UTF_8)));
        return new HashMap<>(Map.of("X-Timestamp", timestamp, "X-Nonce", "nonce-1", "X-Signature", base.sign(secret)));
    }
}
