package io.portolan.fx.firmrate;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.portolan.domain.bank.NostroAccount;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors were made with Python's hmac and hashlib. */
class SignatureBaseTest {
    private static final URI DEALER = URI.create("http://dealer");

    @Test
    void signsABody() {
        var text = new SignatureBase("1795248900", "POST", "/fx/v2/trades");

        assertThat(text.sign(StubbedDealer.SECRET, "{\"quote_id\":\"q1\"}".getBytes(UTF_8)))
                .isEqualTo("5d31a69da783dcda1ca3471b5a25e40f14f49907ff7f6c055c0cf64874d091bc");
    }

    @Test
    void signsAQueryWithoutABody() {
        var text = new SignatureBase(
                "1795248900", "GET", "/fx/v2/trades?client_trade_id=pay_0123456789ABCDEFGHJK%2Fconversion%2F1");

        assertThat(text.sign(StubbedDealer.SECRET, new byte[0]))
                .isEqualTo("8fa580b20ede3f8c2ab1394b43e11730128dd31622b12300d6aa21870fcf405c");
    }

    @Test
    void isSentWithEveryRequest() {
        WireMockServer server = StubbedDealer.startServer();
        try (FirmRateDealer dealer = StubbedDealer.longTimeoutClientOf(server)) {
            dealer.instruct(StubbedDealer.TRADE);

            assertThat(server.findAll(postRequestedFor(anyUrl())))
                    .singleElement()
                    .satisfies(SignatureBaseTest::assertSigned);
        } finally {
            server.stop();
        }
    }

    private static void assertSigned(LoggedRequest request) {
        String timestamp = Long.toString(StubbedDealer.NOW.getEpochSecond());
        String signature =
                new SignatureBase(timestamp, "POST", request.getUrl()).sign(StubbedDealer.SECRET, request.getBody());
        assertThat(request.getHeader("X-Dealer-Signature")).isEqualTo("t=" + timestamp + ",v1=" + signature);
    }

    @Test
    void keepsTheSecretOutOfToString() {
        var settings = new DealerSettings(
                DEALER, StubbedDealer.SECRET, StubbedDealer.OUR_ACCOUNTS, DealerSettings.DEFAULT_TIME_LIMIT);

        assertThat(settings.toString()).doesNotContain(StubbedDealer.SECRET);
    }

    @Test
    void rejectsTwoAccountsInOneCurrency() {
        var accounts = List.of(
                new NostroAccount("D", "D-1", StubbedDealer.CNY), new NostroAccount("D", "D-2", StubbedDealer.CNY));

        assertThatThrownBy(() ->
                        new DealerSettings(DEALER, StubbedDealer.SECRET, accounts, DealerSettings.DEFAULT_TIME_LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
