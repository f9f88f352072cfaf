package io.portolan.banks.domestic;

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
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.LegOutcome.Accepted;
import io.portolan.domain.bank.LegOutcome.Rejected;
import io.portolan.domain.bank.LegOutcome.Unknown;
import io.portolan.domain.bank.Reason;
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
    private static SignedJsonBank impatient;

    @BeforeAll
    static void start() {
        server = StubbedBank.start();
        bank = StubbedBank.patientClientOf(server);
        impatient = StubbedBank.impatientClientOf(server);
    }

    @AfterAll
    static void stop() {
        bank.close();
        impatient.close();
        server.stop();
    }

    @AfterEach
    void forget() {
        server.resetAll();
    }

    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void knowsNothing(ResponseDefinitionBuilder misbehaviour) {
        server.stubFor(post(anyUrl()).willReturn(misbehaviour));

        LegOutcome outcome = impatient.instruct(StubbedBank.COLLECTION);

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
    void knowsNothingWhenNobodyListens() {
        try (SignedJsonBank nowhere = StubbedBank.patientClientOf(DribblingBank.closedPort())) {
            assertThat(nowhere.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown("no connection"));
        }
    }

    @Test
    void knowsNothingWhenTheHeadersDribble() {
        try (DribblingBank dribbling = new DribblingBank();
                SignedJsonBank slow = StubbedBank.impatientClientOf(dribbling.port())) {
            assertThat(slow.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown("no whole answer within 300 ms"));
        }
    }

    @Test
    void knowsNothingWhenItIsInterrupted() {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN).withFixedDelay(2_000)));
        Thread.currentThread().interrupt();

        LegOutcome outcome = bank.instruct(StubbedBank.COLLECTION);

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
    void knowsNothingWhenAFieldIsMissing(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN.replace("\"" + field + "\"", "\"other\""))));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(field + " is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "state"})
    void knowsNothingWhenAFieldIsNull(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(spoilt(field, "null"))));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(field + " is null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "state"})
    void knowsNothingWhenAFieldIsANumber(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(spoilt(field, "42"))));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(field + " is not a text"));
    }

    @ParameterizedTest
    @CsvSource({
        "orderNo, pay_0123456789ABCDEFGHJK/collection/2, orderNo is not the one we asked about",
        "bankReference, '', bankReference is not 1 to 64 visible characters",
        "state, PERHAPS, the bank names a state that we do not know"
    })
    void knowsNothingWhenAFieldIsWrong(String field, String value, String detail) {
        server.stubFor(post(anyUrl()).willReturn(okJson(spoilt(field, "\"" + value + "\""))));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "400, the bank answered 400: it did not understand our request",
        "401, the bank answered 401: it refused our signature",
        "409, the bank answered 409: this order contradicts what the bank holds under its key"
    })
    void knowsNothingWhenTheBankRefusesTheRequestItself(int status, String detail) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse("{\"code\":\"CODE\",\"message\":\"Li Wei\"}", status)));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECEIVED", "BOOKED", "REJECTED"})
    void acceptsWhateverBecameOfItSince(String state) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(TAKEN.replace("RECEIVED", state), 202)));

        assertThat(bank.instruct(StubbedBank.COLLECTION)).isEqualTo(new Accepted("B00000000042"));
    }

    @Test
    void findsOutByRepeatingThatALostAnswerWasYes() {
        server.stubFor(post(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("stored"));
        server.stubFor(
                post(anyUrl()).inScenario("lost").whenScenarioStateIs("stored").willReturn(okJson(TAKEN)));

        LegOutcome first = bank.instruct(StubbedBank.COLLECTION);
        LegOutcome second = bank.instruct(StubbedBank.COLLECTION);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isEqualTo(new Accepted("B00000000042"));
        assertThat(server.findAll(postRequestedFor(anyUrl())).stream()
                        .map(request -> request.getBodyAsString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void rejectsInItsOwnWords() {
        String refusal = "{\"code\":\"INSUFFICIENT_FUNDS\",\"message\":\"Li Wei has only 12.00\"}";
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(refusal, 422)));

        assertThat(bank.instruct(StubbedBank.COLLECTION))
                .isEqualTo(new Rejected(Reason.of("insufficient_funds", "the debited account holds too little money")));
    }

    @Test
    void rejectsAnIbanWithoutAsking() {
        var payer = new Party("Li Wei", new AccountNumber.Iban("DE89370400440532013000"), null);
        var order = new DomesticOrder.Collection(
                StubbedBank.COLLECTION.key(), StubbedBank.COLLECTION.amount(), "ORD-1001", payer, StubbedBank.OURS);

        assertThat(bank.instruct(order))
                .isEqualTo(new Rejected(Reason.of("iban_not_served", "the domestic bank serves no IBANs")));
        server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void ordersAtTheBanksAddress() {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN)));

        bank.instruct(StubbedBank.COLLECTION);

        server.verify(postRequestedFor(urlEqualTo("/domestic/v1/orders"))
                .withRequestBody(matchingJsonPath("$.orderNo", equalTo(StubbedBank.KEY))));
    }

    private static String spoilt(String field, String json) {
        return TAKEN.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + json);
    }
}
