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

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.bank.Submission.Unknown;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmRateDealerInstructTest {
    private static final String TAKEN = """
            {"trade_id":"T00000000042","client_trade_id":"%s","status":"pending"}""".formatted(StubbedDealer.KEY);

    private static WireMockServer server;
    private static FirmRateDealer dealer;
    private static FirmRateDealer shortTimeoutDealer;

    @BeforeAll
    static void start() {
        server = StubbedDealer.startServer();
        dealer = StubbedDealer.longTimeoutClientOf(server);
        shortTimeoutDealer = StubbedDealer.shortTimeoutClientOf(server);
    }

    @AfterAll
    static void stop() {
        dealer.close();
        shortTimeoutDealer.close();
        server.stop();
    }

    @AfterEach
    void resetServer() {
        server.resetAll();
    }

    @ParameterizedTest(name = "when the dealer {0}")
    @MethodSource("misbehaviours")
    void isUnknown(ResponseDefinitionBuilder misbehaviour) {
        server.stubFor(post(anyUrl()).willReturn(misbehaviour));

        assertThat(shortTimeoutDealer.instruct(StubbedDealer.TRADE))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.detail())
                                .isNotBlank()
                                .doesNotContain("Mr Secret", StubbedDealer.SECRET));
        server.verify(lessThanOrExactly(1), postRequestedFor(anyUrl()));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviour.each(202, TAKEN);
    }

    @Test
    void isUnknownWhenNobodyListens() {
        try (FirmRateDealer nowhere = StubbedDealer.longTimeoutClientOf(EndlessHeadersServer.unusedPort())) {
            assertThat(nowhere.instruct(StubbedDealer.TRADE)).isEqualTo(new Unknown("no connection"));
        }
    }

    @Test
    void isUnknownWhenTheHeadersDribble() {
        try (EndlessHeadersServer dribbling = new EndlessHeadersServer();
                FirmRateDealer slow = StubbedDealer.shortTimeoutClientOf(dribbling.port())) {
            assertThat(slow.instruct(StubbedDealer.TRADE)).isEqualTo(new Unknown("no whole answer within 300 ms"));
        }
    }

    @Test
    void isUnknownWhenItIsInterrupted() {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN).withFixedDelay(2_000)));
        Thread.currentThread().interrupt();

        Submission outcome = dealer.instruct(StubbedDealer.TRADE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isEqualTo(new Unknown("interrupted while waiting for the answer"));
    }

    @Test
    void readsNoMoreThanItsLimit() {
        assertThat(submissionFor(200, TAKEN + " ".repeat(64 * 1024)))
                .isEqualTo(new Unknown("the connection broke before a whole answer of at most 65536 bytes"));
    }

    @Test
    void doesNotFollowARedirection() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(307).withHeader("Location", "/elsewhere")));
        server.stubFor(post("/elsewhere").willReturn(okJson(TAKEN)));

        assertThat(dealer.instruct(StubbedDealer.TRADE)).isEqualTo(new Unknown("the dealer answered 307"));
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
        "conversion/1, conversion/2, client_trade_id is not the one we asked about",
        "T00000000042, '', trade_id is not 1 to 64 visible characters",
        "pending, perhaps, the dealer names a state that we do not know"
    })
    void isUnknownWhenAFieldIsWrong(String right, String wrong, String detail) {
        assertThat(submissionFor(202, TAKEN.replace(right, wrong))).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "400, malformed, the dealer answered 400: it did not understand our request",
        "401, signature, the dealer answered 401: it refused our signature",
        "404, trade_unknown, the dealer answered 404",
        "409, duplicate_trade_id, the dealer answered 409: this trade contradicts what the dealer holds under its key",
        "410, gone, the dealer answered 410"
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

        Submission first = dealer.instruct(StubbedDealer.TRADE);
        Submission second = dealer.instruct(StubbedDealer.TRADE);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isEqualTo(new Taken("T00000000042"));
    }

    @Test
    void tradesAQuoteUnderItsKey() {
        submissionFor(202, TAKEN);

        server.verify(postRequestedFor(urlEqualTo("/fx/v2/trades"))
                .withHeader("Client-Trade-Id", equalTo(StubbedDealer.KEY))
                .withRequestBody(equalToJson("{\"quote_id\":\"q-1\",\"reference\":\"ORD-1001\"}")));
    }

    private Submission submissionFor(int status, String answer) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(answer, status)));
        return dealer.instruct(StubbedDealer.TRADE);
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Mr Secret says no\"}}";
    }
}
