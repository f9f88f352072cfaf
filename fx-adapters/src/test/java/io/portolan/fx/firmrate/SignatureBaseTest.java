package io.portolan.fx.firmrate;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.portolan.domain.bank.NostroAccount;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors were made with Python's hmac and hashlib. */
class SignatureBaseTest extends WithStubbedDealer {
    private static final URI DEALER = URI.create("http://dealer");

    @Test
    void signsABody() {
        var base = new SignatureBase("1795248900", "POST", "/fx/v2/trades");

        assertThat(base.sign(Samples.SECRET, "{\"quote_id\":\"q1\"}".getBytes(UTF_8)))
                .isEqualTo("5d31a69da783dcda1ca3471b5a25e40f14f49907ff7f6c055c0cf64874d091bc");
    }

    @Test
    void signsAQueryWithoutABody() {
        var base = new SignatureBase(
                "1795248900", "GET", "/fx/v2/trades?client_trade_id=pay_0123456789ABCDEFGHJK%2Fconversion%2F1");

        assertThat(base.sign(Samples.SECRET, new byte[0]))
                .isEqualTo("8fa580b20ede3f8c2ab1394b43e11730128dd31622b12300d6aa21870fcf405c");
    }

    @Test
    void isSentWithEveryRequest() {
        dealer.instruct(Samples.TRADE);

        assertThat(server.findAll(postRequestedFor(anyUrl())))
                .singleElement()
                .satisfies(SignatureBaseTest::assertSigned);
    }

    private static void assertSigned(LoggedRequest request) {
        String timestamp = Long.toString(Samples.NOW.getEpochSecond());
        String signature =
                new SignatureBase(timestamp, "POST", request.getUrl()).sign(Samples.SECRET, request.getBody());
        assertThat(request.getHeader("X-Dealer-Signature")).isEqualTo("t=" + timestamp + ",v1=" + signature);
    }

    @Test
    void keepsTheSecretOutOfToString() {
        var settings =
                new DealerSettings(DEALER, Samples.SECRET, Samples.OUR_ACCOUNTS, DealerSettings.DEFAULT_TIME_LIMIT);

        assertThat(settings.toString()).doesNotContain(Samples.SECRET);
    }

    @Test
    void rejectsTwoAccountsInOneCurrency() {
        var accounts = List.of(new NostroAccount("D", "D-1", Samples.CNY), new NostroAccount("D", "D-2", Samples.CNY));

        assertThatThrownBy(
                        () -> new DealerSettings(DEALER, Samples.SECRET, accounts, DealerSettings.DEFAULT_TIME_LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
