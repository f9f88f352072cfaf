package io.portolan.banks.international;

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

class InternationalCallbacksTest {
    private static final String PATH = "/callbacks/international";
    private static final String BODY = Documents.BOOKED;

    private final InternationalCallbacks callbacks = new InternationalCallbacks(
            "bank-d-1", Ed25519Keys.publicKey(StubbedBank.BANK_PUBLIC_KEY), StubbedBank.CLOCK);

    @Test
    void isGenuineWhenTheBankSignedIt() {
        assertThat(verified(BODY, headers(BODY, StubbedBank.NOW)))
                .isEqualTo(new Genuine(InstructionKey.parse(StubbedBank.KEY), "M1", "ACSP"));
    }

    @Test
    void hasTheSameEventWhenItIsDeliveredAgain() {
        assertThat(verified(BODY, headers(BODY, StubbedBank.NOW.plusSeconds(4))))
                .isEqualTo(verified(BODY, headers(BODY, StubbedBank.NOW)));
    }

    @Test
    void isForgedWhenOurOwnKeySignedIt() {
        assertThat(verified(BODY, headers(BODY, BankTime.text(StubbedBank.NOW), StubbedBank.OUR_KEY)))
                .isEqualTo(new Forged("X-Bank-Signature is not the bank's"));
    }

    @Test
    void isForgedWhenTheBodyWasTamperedWith() {
        Map<String, String> headers = headers(BODY, StubbedBank.NOW);

        assertThat(verified(BODY.replace("ACSP", "RJCT"), headers)).isInstanceOf(Forged.class);
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
    void isForgedWhenAHeaderWasTamperedWith(String header, String value) {
        Map<String, String> headers = headers(BODY, StubbedBank.NOW);
        headers.put(header, value);

        assertThat(verified(BODY, headers)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Bank-Date", "X-Bank-Key-Id", "X-Bank-Signature"})
    void isForgedWhenAHeaderIsMissing(String header) {
        Map<String, String> headers = headers(BODY, StubbedBank.NOW);
        headers.remove(header);

        assertThat(verified(BODY, headers)).isInstanceOf(Forged.class);
    }

    @Test
    void isForgedWhenItWasSignedForAnotherPath() {
        Map<String, String> headers = headers(BODY, StubbedBank.NOW);

        assertThat(callbacks.verify(
                        PATH + "?x=1", name -> Optional.ofNullable(headers.get(name)), BODY.getBytes(UTF_8)))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M0.001S", "-PT5M0.001S", "P1D", "P-36500D"})
    void isForgedWhenItIsFiveMinutesOff(Duration age) {
        assertThat(verified(BODY, headers(BODY, StubbedBank.NOW.minus(age))))
                .isEqualTo(new Forged("X-Bank-Date is not a time within five minutes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "-PT5M"})
    void isGenuineAtTheEdgeOfTheWindow(Duration age) {
        assertThat(verified(BODY, headers(BODY, StubbedBank.NOW.minus(age)))).isInstanceOf(Genuine.class);
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
    void isMalformedWhenTheBankSignedNonsense(String right, String wrong) {
        String body = BODY.replace(right, wrong);

        assertThat(verified(body, headers(body, StubbedBank.NOW)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.detail()).doesNotContain("Acme"));
    }

    @Test
    void isMalformedWhenItIsTooLarge() {
        String body = BODY + " ".repeat(64 * 1024);

        assertThat(verified(body, headers(body, StubbedBank.NOW))).isInstanceOf(Malformed.class);
    }

    private CallbackHint verified(String body, Map<String, String> headers) {
        return callbacks.verify(PATH, name -> Optional.ofNullable(headers.get(name)), body.getBytes(UTF_8));
    }

    private static Map<String, String> headers(String body, Instant at) {
        return headers(body, BankTime.text(at), StubbedBank.BANK_KEY);
    }

    private static Map<String, String> headers(String body, String date, String key) {
        var text = new SignedText(date, "POST", PATH, SignedText.hashOf(body.getBytes(UTF_8)));
        String signature = text.signature(Ed25519Keys.privateKey(key));
        return new HashMap<>(Map.of("X-Bank-Key-Id", "bank-d-1", "X-Bank-Date", date, "X-Bank-Signature", signature));
    }
}
