package io.portolan.fx.firmrate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.portolan.banks.http.EndlessHeadersServer;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.bank.Submission.Unknown;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmRateDealerInstructTest extends WithStubbedDealer {
    private static final String TAKEN = """
            {"trade_id":"T00000000042","client_trade_id":"%s","status":"pending"}""".formatted(Samples.KEY);

    @ParameterizedTest(name = "when the dealer {0}")
    @MethodSource("misbehaviours")
    void isUnknown(ResponseDefinitionBuilder fault) {
        server.stubFor(post(anyUrl()).willReturn(fault));

        assertThat(shortTimeoutDealer.instruct(Samples.TRADE))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown ->
                                assertThat(unknown.detail()).isNotBlank().doesNotContain("Mr Secret", Samples.SECRET));
        server.verify(lessThanOrExactly(1), postRequestedFor(anyUrl()));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(202, TAKEN);
    }

    @Test
    void isUnknownWhenNobodyListens() {
        try (FirmRateDealer unreachable = clientOf(EndlessHeadersServer.unusedUri(), LONG_TIMEOUT)) {
            assertThat(unreachable.instruct(Samples.TRADE)).isEqualTo(new Unknown("could not connect"));
        }
    }

    @Test
    void readsNoMoreThanItsLimit() {
        assertThat(submissionFor(200, TAKEN + " ".repeat(64 * 1024)))
                .isEqualTo(new Unknown("the connection broke or the response exceeded 65536 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade_id", "client_trade_id", "status"})
    void isUnknownWhenAFieldIsMissingOrNull(String field) {
        String missing = TAKEN.replace("\"" + field + "\"", "\"other\"");
        String isNull = TAKEN.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":null");

        assertThat(submissionFor(202, missing)).isEqualTo(new Unknown(field + " is missing"));
        assertThat(submissionFor(202, isNull)).isEqualTo(new Unknown(field + " is null"));
    }

    @ParameterizedTest
    @CsvSource({
        "1/3/1, 1/3/2, client_trade_id does not match our request",
        "T00000000042, '', trade_id is not 1 to 64 visible characters",
        "pending, perhaps, unknown state"
    })
    void isUnknownWhenAFieldIsWrong(String right, String wrong, String detail) {
        assertThat(submissionFor(202, TAKEN.replace(right, wrong))).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "400, malformed, HTTP 400: our request was not understood",
        "401, signature, HTTP 401: our signature was rejected",
        "404, trade_unknown, HTTP 404",
        "409, duplicate_trade_id, HTTP 409: the key was used with other content",
        "410, gone, HTTP 410"
    })
    void isUnknownWhenTheDealerRejectsTheRequestItself(int status, String code, String detail) {
        assertThat(submissionFor(status, error(code))).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "executed", "rejected"})
    void isTakenWhateverBecameOfItSince(String status) {
        assertThat(submissionFor(202, TAKEN.replace("pending", status))).isEqualTo(new Taken("T00000000042"));
        assertThat(submissionFor(200, TAKEN.replace("pending", status))).isEqualTo(new Taken("T00000000042"));
    }

    @ParameterizedTest
    @CsvSource({
        "410, quote_expired, REQUOTE",
        "404, quote_unknown, REQUOTE",
        "422, credit_limit, NONE",
        "422, dealer_closed, NONE",
        "422, insufficient_funds, NONE",
        "422, something_new, NONE"
    })
    void rejectsWithTheRemedy(int status, String code, Remedy remedy) {
        assertThat(submissionFor(status, error(code))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason())
                    .extracting(Reason::code, Reason::remedy)
                    .containsExactly(code, remedy);
            assertThat(rejected.reason().detail()).isNotBlank().doesNotContain("Mr Secret");
        });
    }

    @Test
    void isTakenByARepeatAfterALostResponse() {
        server.stubFor(post(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("stored"));
        server.stubFor(
                post(anyUrl()).inScenario("lost").whenScenarioStateIs("stored").willReturn(okJson(TAKEN)));

        Submission first = dealer.instruct(Samples.TRADE);
        Submission second = dealer.instruct(Samples.TRADE);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isEqualTo(new Taken("T00000000042"));
    }

    @Test
    void tradesAQuoteUnderItsKey() {
        submissionFor(202, TAKEN);

        server.verify(postRequestedFor(urlEqualTo("/fx/v2/trades"))
                .withHeader("Client-Trade-Id", equalTo(Samples.KEY))
                .withRequestBody(equalToJson("{\"quote_id\":\"q-1\",\"reference\":\"ORD-1001\"}")));
    }

    @Test
    void tradesBelowThePathOfTheDealersAddress() {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(TAKEN, 202)));
        String target = "/dealer-2/fx/v2/trades";
        String body = "{\"quote_id\":\"q-1\",\"reference\":\"ORD-1001\"}";
        String timestamp = Long.toString(Samples.NOW.getEpochSecond());
        String signature = new SignatureBase(timestamp, "POST", target)
                .sign(Samples.SECRET, body.getBytes(StandardCharsets.UTF_8));
        try (FirmRateDealer second = clientOf(URI.create(serverUri() + "/dealer-2"), LONG_TIMEOUT)) {
            second.instruct(Samples.TRADE);
        }

        server.verify(postRequestedFor(urlEqualTo(target))
                .withHeader("X-Dealer-Signature", equalTo("t=" + timestamp + ",v1=" + signature)));
    }

    private Submission submissionFor(int status, String response) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(response, status)));
        return dealer.instruct(Samples.TRADE);
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Mr Secret says no\"}}";
    }
}
