package io.portolan.fx.firmrate;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.banks.http.AdvancingClock;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.bank.Submission.Unknown;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is sent only until its {@code sendUntil}, and a copy that is sent later is signed too early to be honoured. */
class FirmRateDealerFenceTest extends WithStubbedDealer {
    @ParameterizedTest(name = "{0} ms after sendUntil")
    @ValueSource(longs = {0, 1, 3_600_000})
    void sendsNothing(long millis) {
        Instant late = Samples.SEND_UNTIL.plusMillis(millis);
        try (FirmRateDealer client = clientOf(serverUri(), LONG_TIMEOUT, Clock.fixed(late, ZoneOffset.UTC))) {
            Submission submission = client.instruct(Samples.TRADE);

            assertThat(submission)
                    .isEqualTo(new Unknown("not sent: the order could be sent only until 2026-11-21T08:16:00Z"));
        }
        server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void signsWithTheTimeThatItCompared() {
        server.stubFor(post(anyUrl()).willReturn(okJson("""
                {"trade_id":"T00000000042","client_trade_id":"%s","status":"pending"}""".formatted(Samples.KEY))));
        Instant last = Samples.SEND_UNTIL.minusMillis(1);
        try (FirmRateDealer client = clientOf(serverUri(), LONG_TIMEOUT, new AdvancingClock(last))) {
            Submission submission = client.instruct(Samples.TRADE);

            assertThat(submission).isInstanceOf(Taken.class);
        }
        server.verify(postRequestedFor(anyUrl())
                .withHeader("X-Dealer-Signature", matching("t=" + last.getEpochSecond() + ",v1=[0-9a-f]{64}")));
    }
}
