package io.portolan.banks.signedjson;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors were made with Python's hmac and hashlib. */
class SignatureBaseTest extends WithStubbedBank {
    @Test
    void signsABody() {
        byte[] body = "{\"orderNo\":\"pay_0123456789ABCDEFGHJK/collection/1\"}".getBytes(UTF_8);
        String hash = SignatureBase.hashOf(body);
        var base = new SignatureBase("POST", "/domestic/v1/orders", "1795248900000", "nonce-1", hash);

        assertThat(hash).isEqualTo("64fbcf9adbda6e54ca78419f353aea26f978a2d3bd9906b0e5151c1793e1199e");
        assertThat(base.sign(Samples.SECRET))
                .isEqualTo("e6607fcd0bd7ee313f75d359ff82780c33125b1836827daaa04d3cb7f5eb4179");
    }

    @Test
    void signsAQueryWithoutABody() {
        var base = new SignatureBase(
                "GET",
                "/domestic/v1/orders?orderNo=pay_0123456789ABCDEFGHJK%2Fcollection%2F1",
                "1795248900000",
                "nonce-2",
                SignatureBase.hashOf(new byte[0]));

        assertThat(base.sign(Samples.SECRET))
                .isEqualTo("cb0e4aa89bf8b4501dce7d928066a055611017ea96529870ba2c4bf3048ac033");
    }

    @Test
    void isSentWithEveryRequestUnderAFreshNonce() {
        bank.instruct(Samples.COLLECTION);
        bank.instruct(Samples.COLLECTION);

        List<LoggedRequest> requests = server.findAll(postRequestedFor(anyUrl()));
        assertThat(requests).hasSize(2).allSatisfy(SignatureBaseTest::assertSigned);
        assertThat(requests.get(0).getHeader("X-Nonce"))
                .isNotEqualTo(requests.get(1).getHeader("X-Nonce"));
    }

    private static void assertSigned(LoggedRequest request) {
        var base = new SignatureBase(
                "POST",
                request.getUrl(),
                request.getHeader("X-Timestamp"),
                request.getHeader("X-Nonce"),
                SignatureBase.hashOf(request.getBody()));
        assertThat(request.getHeader("X-Signature")).isEqualTo(base.sign(Samples.SECRET));
        assertThat(request.getHeader("X-Client-Id")).isEqualTo("portolan");
        assertThat(request.getHeader("X-Timestamp")).isEqualTo("" + Samples.NOW.toEpochMilli());
    }

    @Test
    void keepsTheSecretOutOfToString() {
        var settings = new SignedJsonSettings(
                java.net.URI.create("http://bank"),
                "portolan",
                Samples.SECRET,
                "Portolan",
                null,
                SignedJsonSettings.DEFAULT_TIME_LIMIT);

        assertThat(settings.toString()).doesNotContain(Samples.SECRET);
    }
}
