package io.portolan.banks.domestic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.CallbackHint;
import io.portolan.domain.bank.CallbackHint.Forged;
import io.portolan.domain.bank.CallbackHint.Genuine;
import io.portolan.domain.bank.CallbackHint.Malformed;
import io.portolan.domain.identity.InstructionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomesticCallbacksTest {
    private static final String PATH = "/callbacks/domestic";
    private static final String BODY = """
            {"eventId":"evt-1","orderNo":"%s","bankReference":"B00000000042","state":"BOOKED",\
            "occurredAt":"2026-11-21T08:15:00.000Z"}""".formatted(StubbedBank.KEY);

    private final DomesticCallbacks callbacks = new DomesticCallbacks(StubbedBank.SECRET, StubbedBank.CLOCK);

    @Test
    void isGenuineWhenTheBankSignedIt() {
        assertThat(verified(BODY, headers(BODY, StubbedBank.NOW, StubbedBank.SECRET)))
                .isEqualTo(new Genuine(InstructionKey.parse(StubbedBank.KEY), "evt-1", "BOOKED"));
    }

    @Test
    void hasTheSameEventWhenItIsDeliveredAgain() {
        Instant later = StubbedBank.NOW.plusSeconds(4);

        assertThat(verified(BODY, headers(BODY, later, StubbedBank.SECRET)))
                .isEqualTo(verified(BODY, headers(BODY, StubbedBank.NOW, StubbedBank.SECRET)));
    }

    @Test
    void isForgedWhenAnotherSecretSignedIt() {
        assertThat(verified(BODY, headers(BODY, StubbedBank.NOW, "guessed")))
                .isEqualTo(new Forged("X-Signature is not the bank's"));
    }

    @Test
    void isForgedWhenTheBodyWasTamperedWith() {
        Map<String, String> headers = headers(BODY, StubbedBank.NOW, StubbedBank.SECRET);

        assertThat(verified(BODY.replace("BOOKED", "REJECTED"), headers)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @CsvSource({"X-Timestamp, 1795248900001", "X-Nonce, other", "X-Signature, ''"})
    void isForgedWhenAHeaderWasTamperedWith(String header, String value) {
        Map<String, String> headers = headers(BODY, StubbedBank.NOW, StubbedBank.SECRET);
        headers.put(header, value);

        assertThat(verified(BODY, headers)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Timestamp", "X-Nonce", "X-Signature"})
    void isForgedWhenAHeaderIsMissing(String header) {
        Map<String, String> headers = headers(BODY, StubbedBank.NOW, StubbedBank.SECRET);
        headers.remove(header);

        assertThat(verified(BODY, headers)).isInstanceOf(Forged.class);
    }

    @Test
    void isForgedWhenItWasSignedForAnotherPath() {
        Map<String, String> headers = headers(BODY, StubbedBank.NOW, StubbedBank.SECRET);

        assertThat(callbacks.verify(
                        PATH + "?x=1", name -> Optional.ofNullable(headers.get(name)), BODY.getBytes(UTF_8)))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M0.001S", "-PT5M0.001S", "P1D", "P-36500D"})
    void isForgedWhenItIsFiveMinutesOff(Duration age) {
        Instant signedAt = StubbedBank.NOW.minus(age);

        assertThat(verified(BODY, headers(BODY, signedAt, StubbedBank.SECRET)))
                .isEqualTo(new Forged("X-Timestamp is not a time within five minutes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "-PT5M"})
    void isGenuineAtTheEdgeOfTheWindow(Duration age) {
        Instant signedAt = StubbedBank.NOW.minus(age);

        assertThat(verified(BODY, headers(BODY, signedAt, StubbedBank.SECRET))).isInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Li Wei",
                "{}",
                "null",
                "{\"eventId\":\"evt-1\",\"orderNo\":\"Li Wei\",\"state\":\"BOOKED\",\"occurredAt\":\"2026-11-21T08:15:00Z\"}",
                "{\"eventId\":null,\"orderNo\":\"pay_0123456789ABCDEFGHJK/collection/1\",\"state\":\"BOOKED\","
                        + "\"occurredAt\":\"2026-11-21T08:15:00Z\"}",
            })
    void isMalformedWhenTheBankSignedNonsense(String body) {
        assertThat(verified(body, headers(body, StubbedBank.NOW, StubbedBank.SECRET)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.detail()).doesNotContain("Li Wei"));
    }

    @Test
    void isMalformedWhenItIsTooLarge() {
        String body = BODY + " ".repeat(64 * 1024);

        assertThat(verified(body, headers(body, StubbedBank.NOW, StubbedBank.SECRET)))
                .isInstanceOf(Malformed.class);
    }

    private CallbackHint verified(String body, Map<String, String> headers) {
        return callbacks.verify(PATH, name -> Optional.ofNullable(headers.get(name)), body.getBytes(UTF_8));
    }

    private static Map<String, String> headers(String body, Instant at, String secret) {
        String timestamp = Long.toString(at.toEpochMilli());
        var text = new SignedText("POST", PATH, timestamp, "nonce-1", SignedText.hashOf(body.getBytes(UTF_8)));
        return new HashMap<>(
                Map.of("X-Timestamp", timestamp, "X-Nonce", "nonce-1", "X-Signature", text.signature(secret)));
    }
}
