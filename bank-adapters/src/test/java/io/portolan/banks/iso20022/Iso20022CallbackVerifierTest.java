package io.portolan.banks.iso20022;

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

class Iso20022CallbackVerifierTest {
    private static final String PATH = "/callbacks/international";
    private static final String BODY = SampleDocuments.BOOKED;

    private final Iso20022CallbackVerifier verifier = new Iso20022CallbackVerifier(
            "bank-d-1", Ed25519Keys.parsePublicKey(Samples.BANK_PUBLIC_KEY), Samples.CLOCK);

    @Test
    void isGenuineWhenTheBankSignedIt() {
        assertThat(verify(BODY, headers(BODY, Samples.NOW)))
                .isEqualTo(new Genuine(InstructionKey.parse(Samples.KEY), "M1", "ACSP"));
    }

    @Test
    void keepsItsEventIdWhenDeliveredAgain() {
        assertThat(verify(BODY, headers(BODY, Samples.NOW.plusSeconds(4))))
                .isEqualTo(verify(BODY, headers(BODY, Samples.NOW)));
    }

    @Test
    void isUnauthenticatedWhenOurOwnKeySignedIt() {
        assertThat(verify(BODY, headers(BODY, IsoDateTime.format(Samples.NOW), Samples.OUR_KEY)))
                .isEqualTo(new Unauthenticated("X-Bank-Signature is not valid"));
    }

    @Test
    void isUnauthenticatedWhenTheBodyWasTamperedWith() {
        Map<String, String> headers = headers(BODY, Samples.NOW);

        assertThat(verify(BODY.replace("ACSP", "RJCT"), headers)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Bank-Date, 2026-11-21T08:15:00.001Z",
        "X-Bank-Date, yesterday",
        "X-Bank-Date, +999999999-12-31T23:59:59Z",
        "X-Bank-Key-Id, bank-d-2",
        "X-Bank-Signature, ''",
        "X-Bank-Signature, no base 64",
        "X-Bank-Signature, AAAA"
    })
    void isUnauthenticatedWhenAHeaderWasTamperedWith(String header, String value) {
        Map<String, String> headers = headers(BODY, Samples.NOW);
        headers.put(header, value);

        assertThat(verify(BODY, headers)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Bank-Date", "X-Bank-Key-Id", "X-Bank-Signature"})
    void isUnauthenticatedWhenAHeaderIsMissing(String header) {
        Map<String, String> headers = headers(BODY, Samples.NOW);
        headers.remove(header);

        assertThat(verify(BODY, headers)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void isUnauthenticatedWhenItWasSignedForAnotherPath() {
        Map<String, String> headers = headers(BODY, Samples.NOW);

        assertThat(verifier.verify(PATH + "?x=1", name -> Optional.ofNullable(headers.get(name)), BODY.getBytes(UTF_8)))
                .isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M0.001S", "-PT5M0.001S", "P1D", "P-36500D"})
    void isUnauthenticatedWhenItIsMoreThanFiveMinutesOff(Duration age) {
        assertThat(verify(BODY, headers(BODY, Samples.NOW.minus(age))))
                .isEqualTo(new Unauthenticated("X-Bank-Date is missing, malformed or more than five minutes off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "-PT5M"})
    void isGenuineAtTheEdgeOfTheWindow(Duration age) {
        assertThat(verify(BODY, headers(BODY, Samples.NOW.minus(age)))).isInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "M1, ''",
        "pay_, Acme_",
        "<TxSts>ACSP</TxSts>, ''",
        "pain.002, pain.003",
        "</Document>, ''",
        "M1, Acme LLC"
    })
    void isMalformedWhenTheBankSignedSomethingElse(String right, String wrong) {
        String body = BODY.replace(right, wrong);

        assertThat(verify(body, headers(body, Samples.NOW)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.detail()).doesNotContain("Acme"));
    }

    @Test
    void isMalformedWhenItIsTooLarge() {
        String body = BODY + " ".repeat(64 * 1024);

        assertThat(verify(body, headers(body, Samples.NOW))).isInstanceOf(Malformed.class);
    }

    private CallbackVerification verify(String body, Map<String, String> headers) {
        return verifier.verify(PATH, name -> Optional.ofNullable(headers.get(name)), body.getBytes(UTF_8));
    }

    private static Map<String, String> headers(String body, Instant at) {
        return headers(body, IsoDateTime.format(at), Samples.BANK_KEY);
    }

    private static Map<String, String> headers(String body, String date, String key) {
        var base = new SignatureBase(date, "POST", PATH, SignatureBase.hashOf(body.getBytes(UTF_8)));
        String signature = base.sign(Ed25519Keys.parsePrivateKey(key));
        return new HashMap<>(Map.of("X-Bank-Key-Id", "bank-d-1", "X-Bank-Date", date, "X-Bank-Signature", signature));
    }
}
