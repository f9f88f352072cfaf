package io.portolan.banks.iso20022;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors were made with OpenSSL. */
class SignatureBaseTest extends WithStubbedBank {
    private static final PrivateKey KEY = Ed25519Keys.parsePrivateKey(Samples.OUR_KEY);
    private static final PublicKey PUBLIC_KEY = Ed25519Keys.parsePublicKey(Samples.OUR_PUBLIC_KEY);
    private static final String DATE = "2026-11-21T08:15:00.000Z";

    @Test
    void signsABody() {
        String hash = SignatureBase.hashOf("<Document/>".getBytes(UTF_8));
        var base = new SignatureBase(DATE, "POST", "/intl/payments", hash);

        assertThat(hash).isEqualTo("rvCNoWsvZmOKTDlWBzOw3viy20lVxk+OVn+LanvKZoU=");
        assertThat(base.sign(KEY))
                .isEqualTo("/Tzx02F1X5CR1tII0YbJQYUwgdsmchQgrg7Brugj+EsleBsTNcP1gUCvX0VgirFIF3P41Py1ZSAuE818DNGQCg==");
    }

    @Test
    void signsAQueryWithoutABody() {
        String target = "/intl/payments/status?id=pay_0123456789ABCDEFGHJK%2Fpayout%2F1";
        var base = new SignatureBase(DATE, "GET", target, SignatureBase.hashOf(new byte[0]));

        assertThat(base.sign(KEY))
                .isEqualTo("QVK0pQcpt4H/w2T7LskR0ImuZYCjzWRdD7P11fUVu+ZpFWr8c5+e6nppk7+gMcaqg1+1iEt4qM5SLPA1xOsADQ==");
    }

    @Test
    void isSentWithEveryRequest() {
        bank.instruct(Samples.PAYOUT);

        assertThat(server.findAll(postRequestedFor(anyUrl())))
                .singleElement()
                .satisfies(SignatureBaseTest::assertSigned);
    }

    private static void assertSigned(LoggedRequest request) {
        var base = new SignatureBase(
                request.getHeader("X-Bank-Date"), "POST", request.getUrl(), SignatureBase.hashOf(request.getBody()));
        assertThat(base.isSignedBy(request.getHeader("X-Bank-Signature"), PUBLIC_KEY))
                .isTrue();
        assertThat(request.getUrl()).isEqualTo("/intl/payments");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/xml");
        assertThat(request.getHeader("X-Bank-Key-Id")).isEqualTo("portolan-1");
        assertThat(request.getHeader("X-Bank-Date")).isEqualTo(DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MC4C", "no base 64", Samples.OUR_PUBLIC_KEY})
    void rejectsAnInvalidPrivateKeyWithoutRepeatingIt(String base64) {
        assertThatThrownBy(() -> Ed25519Keys.parsePrivateKey(base64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("MC");
    }

    @Test
    void keepsThePrivateKeyOutOfToString() {
        var settings = new Iso20022Settings(
                URI.create("http://bank"), "portolan-1", KEY, "Portolan", Iso20022Settings.DEFAULT_TIME_LIMIT);

        assertThat(settings.toString()).isEqualTo("Iso20022Settings[http://bank, portolan-1]");
    }
}
