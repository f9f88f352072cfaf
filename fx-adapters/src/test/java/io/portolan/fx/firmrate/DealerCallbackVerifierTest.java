package io.portolan.fx.firmrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.CallbackVerification;
import io.portolan.domain.bank.CallbackVerification.Genuine;
import io.portolan.domain.bank.CallbackVerification.Malformed;
import io.portolan.domain.bank.CallbackVerification.Unauthenticated;
import io.portolan.domain.ids.InstructionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DealerCallbackVerifierTest {
    private static final String PATH = "/callbacks/dealer";
    private static final String BODY = """
            {"event_id":"evt-1","client_trade_id":"%s","trade_id":"T00000000042","status":"executed",\
            "occurred_at":"2026-11-21T08:15:00.000Z"}""".formatted(Samples.KEY);

    private final DealerCallbackVerifier verifier = new DealerCallbackVerifier(Samples.SECRET, Samples.CLOCK);

    @Test
    void isGenuineWhenTheDealerSignedIt() {
        assertThat(verify(BODY, header(BODY, Samples.NOW)))
                .isEqualTo(new Genuine(InstructionKey.parse(Samples.KEY), "evt-1", "executed"));
    }

    @Test
    void keepsItsEventIdWhenDeliveredAgain() {
        assertThat(verify(BODY, header(BODY, Samples.NOW.plusSeconds(4))))
                .isEqualTo(verify(BODY, header(BODY, Samples.NOW)));
    }

    @Test
    void isUnauthenticatedWhenTheBodyWasTamperedWith() {
        String header = header(BODY, Samples.NOW);

        assertThat(verify(BODY.replace("executed", "rejected"), header))
                .isEqualTo(new Unauthenticated("X-Dealer-Signature is not valid"));
    }

    @ParameterizedTest
    @CsvSource({"t=1795248900, t=1795248901", "v1=, v0=", "v1=, v1=0", "t=, T=", "',v1', ';v1'"})
    void isUnauthenticatedWhenTheSignatureWasTamperedWith(String right, String wrong) {
        String header = header(BODY, Samples.NOW).replace(right, wrong);

        assertThat(verify(BODY, header)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void isUnauthenticatedWhenAnotherSecretSignedIt() {
        String timestamp = Long.toString(Samples.NOW.getEpochSecond());
        String signature = new SignatureBase(timestamp, "POST", PATH).sign("guessed", BODY.getBytes(UTF_8));

        assertThat(verify(BODY, "t=" + timestamp + ",v1=" + signature)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void isUnauthenticatedWhenItIsNotSigned() {
        assertThat(verifier.verify(PATH, name -> Optional.empty(), BODY.getBytes(UTF_8)))
                .isEqualTo(new Unauthenticated("X-Dealer-Signature is missing or malformed"));
    }

    @Test
    void isUnauthenticatedWhenItWasSignedForAnotherPath() {
        String header = header(BODY, Samples.NOW);

        assertThat(verifier.verify(PATH + "/", name -> Optional.of(header), BODY.getBytes(UTF_8)))
                .isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M1S", "-PT5M1S", "P1D", "P-10000D"})
    void isUnauthenticatedWhenItIsMoreThanFiveMinutesOff(Duration age) {
        assertThat(verify(BODY, header(BODY, Samples.NOW.minus(age))))
                .isEqualTo(new Unauthenticated("X-Dealer-Signature is more than five minutes off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "-PT5M"})
    void isGenuineAtTheEdgeOfTheWindow(Duration age) {
        assertThat(verify(BODY, header(BODY, Samples.NOW.minus(age)))).isInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @CsvSource({"evt-1, ''", "pay_, acme_", "status, state", "08:15, 8:15", "{, [", "evt-1, evt 1"})
    void isMalformedWhenTheDealerSignedSomethingElse(String right, String wrong) {
        String body = BODY.replace(right, wrong);

        assertThat(verify(body, header(body, Samples.NOW))).isInstanceOf(Malformed.class);
    }

    @Test
    void isMalformedWhenItIsTooLarge() {
        String body = BODY + " ".repeat(64 * 1024);

        assertThat(verify(body, header(body, Samples.NOW))).isInstanceOf(Malformed.class);
    }

    private CallbackVerification verify(String body, String header) {
        return verifier.verify(
                PATH, name -> Optional.of(header).filter(_ -> name.equals("X-Dealer-Signature")), body.getBytes(UTF_8));
    }

    private static String header(String body, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        String signature = new SignatureBase(timestamp, "POST", PATH).sign(Samples.SECRET, body.getBytes(UTF_8));
        return "t=" + timestamp + ",v1=" + signature;
    }
}
