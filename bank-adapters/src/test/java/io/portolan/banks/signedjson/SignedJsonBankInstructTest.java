package io.portolan.banks.signedjson;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.bank.Submission.Unknown;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
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

class SignedJsonBankInstructTest {
    private static final String TAKEN = """
            {"orderNo":"%s","bankReference":"B00000000042","state":"RECEIVED"}""".formatted(StubbedBank.KEY);

    private static WireMockServer server;
    private static SignedJsonBank bank;
    private static SignedJsonBank shortTimeoutBank;

    @BeforeAll
    static void start() {
        server = StubbedBank.startServer();
        bank = StubbedBank.longTimeoutClientOf(server);
        shortTimeoutBank = StubbedBank.shortTimeoutClientOf(server);
    }

    @AfterAll
    static void stop() {
        bank.close();
        shortTimeoutBank.close();
        server.stop();
    }

    @AfterEach
    void resetServer() {
        server.resetAll();
    }

    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void isUnknown(ResponseDefinitionBuilder misbehaviour) {
        server.stubFor(post(anyUrl()).willReturn(misbehaviour));

        Submission outcome = shortTimeoutBank.instruct(StubbedBank.COLLECTION);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.detail())
                                .isNotBlank()
                                .doesNotContain("Li", "Wei", "6222020200112233445", StubbedBank.SECRET));
        server.verify(lessThanOrExactly(1), postRequestedFor(anyUrl()));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviour.each(TAKEN);
    }

    @Test
    void isUnknownWhenNobodyListens() {
        try (SignedJsonBank nowhere = StubbedBank.longTimeoutClientOf(EndlessHeadersServer.unusedPort())) {
            assertThat(nowhere.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown("no connection"));
        }
    }

    @Test
    void isUnknownWhenTheHeadersDribble() {
        try (EndlessHeadersServer dribbling = new EndlessHeadersServer();
                SignedJsonBank slow = StubbedBank.shortTimeoutClientOf(dribbling.port())) {
            assertThat(slow.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown("no whole answer within 300 ms"));
        }
    }

    @Test
    void isUnknownWhenItIsInterrupted() {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN).withFixedDelay(2_000)));
        Thread.currentThread().interrupt();

        Submission outcome = bank.instruct(StubbedBank.COLLECTION);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isEqualTo(new Unknown("interrupted while waiting for the answer"));
    }

    @Test
    void readsNoMoreThanItsLimit() {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN + " ".repeat(64 * 1024))));

        assertThat(bank.instruct(StubbedBank.COLLECTION))
                .isEqualTo(new Unknown("the connection broke before a whole answer of at most 65536 bytes"));
    }

    @Test
    void doesNotFollowARedirection() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(307).withHeader("Location", "/elsewhere")));
        server.stubFor(post("/elsewhere").willReturn(okJson(TAKEN)));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown("the bank answered 307"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "state"})
    void isUnknownWhenAFieldIsMissing(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN.replace("\"" + field + "\"", "\"other\""))));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(field + " is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "state"})
    void isUnknownWhenAFieldIsNull(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(withField(field, "null"))));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(field + " is null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "state"})
    void isUnknownWhenAFieldIsANumber(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(withField(field, "42"))));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(field + " is not a text"));
    }

    @ParameterizedTest
    @CsvSource({
        "orderNo, pay_0123456789ABCDEFGHJK/collection/2, orderNo is not the one we asked about",
        "bankReference, '', bankReference is not 1 to 64 visible characters",
        "state, PERHAPS, the bank names a state that we do not know"
    })
    void isUnknownWhenAFieldIsWrong(String field, String value, String detail) {
        server.stubFor(post(anyUrl()).willReturn(okJson(withField(field, "\"" + value + "\""))));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "400, the bank answered 400: it did not understand our request",
        "401, the bank answered 401: it refused our signature",
        "409, the bank answered 409: this order contradicts what the bank holds under its key"
    })
    void isUnknownWhenTheBankRejectsTheRequestItself(int status, String detail) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse("{\"code\":\"CODE\",\"message\":\"Li Wei\"}", status)));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECEIVED", "BOOKED", "REJECTED"})
    void isTakenWhateverBecameOfItSince(String state) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(TAKEN.replace("RECEIVED", state), 202)));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Taken("B00000000042"));
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

        Submission first = bank.instruct(StubbedBank.COLLECTION);
        Submission second = bank.instruct(StubbedBank.COLLECTION);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isEqualTo(new Taken("B00000000042"));
        assertThat(server.findAll(postRequestedFor(anyUrl())).stream()
                        .map(request -> request.getBodyAsString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void rejectsInOurOwnWords() {
        String refusal = "{\"code\":\"INSUFFICIENT_FUNDS\",\"message\":\"Li Wei has only 12.00\"}";
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(refusal, 422)));

        assertThat(bank.instruct(StubbedBank.COLLECTION))
                .isEqualTo(new Rejected(Reason.of("insufficient_funds", "the debited account holds too little money")));
    }

    @Test
    void rejectsAnIbanWithoutSendingIt() {
        var payer = new Party("Li Wei", new AccountNumber.Iban("DE89370400440532013000"), null);
        var order = new DomesticOrder.Collection(
                StubbedBank.COLLECTION.key(),
                StubbedBank.COLLECTION.amount(),
                "ORD-1001",
                payer,
                StubbedBank.OUR_ACCOUNT);

        assertThat(bank.instruct(order))
                .isEqualTo(new Rejected(Reason.of("iban_not_served", "the domestic bank serves no IBANs")));
        server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void sendsOrdersToTheBanksAddress() {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN)));

        bank.instruct(StubbedBank.COLLECTION);

        server.verify(postRequestedFor(urlEqualTo("/domestic/v1/orders"))
                .withRequestBody(matchingJsonPath("$.orderNo", equalTo(StubbedBank.KEY))));
    }

    private static String withField(String field, String json) {
        return TAKEN.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + json);
    }
}
