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

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.portolan.banks.http.EndlessHeadersServer;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.bank.Submission.Unknown;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedJsonBankInstructTest extends WithStubbedBank {
    private static final String TAKEN = """
            {"orderNo":"%s","bankReference":"B00000000042","state":"RECEIVED"}""".formatted(Samples.KEY);

    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void isUnknown(ResponseDefinitionBuilder fault) {
        server.stubFor(post(anyUrl()).willReturn(fault));

        Submission submission = shortTimeoutBank.instruct(Samples.COLLECTION);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.detail())
                                .isNotBlank()
                                .doesNotContain("Li", "Wei", "6222020200112233445", Samples.SECRET));
        server.verify(lessThanOrExactly(1), postRequestedFor(anyUrl()));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(TAKEN);
    }

    @Test
    void isUnknownWhenNobodyListens() {
        try (SignedJsonBank unreachable = clientOf(EndlessHeadersServer.unusedUri(), LONG_TIMEOUT)) {
            assertThat(unreachable.instruct(Samples.COLLECTION)).isEqualTo(new Unknown("could not connect"));
        }
    }

    @Test
    void readsNoMoreThanItsLimit() {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN + " ".repeat(64 * 1024))));

        assertThat(bank.instruct(Samples.COLLECTION))
                .isEqualTo(new Unknown("the connection broke or the response exceeded 65536 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "state"})
    void isUnknownWhenAFieldIsMissing(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN.replace("\"" + field + "\"", "\"other\""))));

        assertThat(bank.instruct(Samples.COLLECTION)).isEqualTo(new Unknown(field + " is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "state"})
    void isUnknownWhenAFieldIsNull(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(withField(field, "null"))));

        assertThat(bank.instruct(Samples.COLLECTION)).isEqualTo(new Unknown(field + " is null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "state"})
    void isUnknownWhenAFieldIsANumber(String field) {
        server.stubFor(post(anyUrl()).willReturn(okJson(withField(field, "42"))));

        assertThat(bank.instruct(Samples.COLLECTION)).isEqualTo(new Unknown(field + " is not a string"));
    }

    @ParameterizedTest
    @CsvSource({
        "orderNo, pay_0123456789ABCDEFGHJK/1/1/2, orderNo does not match our request",
        "bankReference, '', bankReference is not 1 to 64 visible characters",
        "state, PERHAPS, unknown state"
    })
    void isUnknownWhenAFieldIsWrong(String field, String value, String detail) {
        server.stubFor(post(anyUrl()).willReturn(okJson(withField(field, "\"" + value + "\""))));

        assertThat(bank.instruct(Samples.COLLECTION)).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "400, HTTP 400: our request was not understood",
        "401, HTTP 401: our signature was rejected",
        "409, HTTP 409: the key was used with other content"
    })
    void isUnknownWhenTheBankRejectsTheRequestItself(int status, String detail) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse("{\"code\":\"CODE\",\"message\":\"Li Wei\"}", status)));

        assertThat(bank.instruct(Samples.COLLECTION)).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECEIVED", "BOOKED", "REJECTED"})
    void isTakenWhateverBecameOfItSince(String state) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(TAKEN.replace("RECEIVED", state), 202)));

        assertThat(bank.instruct(Samples.COLLECTION)).isEqualTo(new Taken("B00000000042"));
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

        Submission first = bank.instruct(Samples.COLLECTION);
        Submission second = bank.instruct(Samples.COLLECTION);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isEqualTo(new Taken("B00000000042"));
        assertThat(server.findAll(postRequestedFor(anyUrl())).stream()
                        .map(request -> request.getBodyAsString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void rejectsInOurOwnWording() {
        String rejection = "{\"code\":\"INSUFFICIENT_FUNDS\",\"message\":\"Li Wei has only 12.00\"}";
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(rejection, 422)));

        assertThat(bank.instruct(Samples.COLLECTION))
                .isEqualTo(new Rejected(Reason.of("insufficient_funds", "insufficient funds in the debited account")));
    }

    @Test
    void rejectsAnIbanWithoutSendingIt() {
        var payer = new Party("Li Wei", new AccountNumber.Iban("DE89370400440532013000"), null);
        var order = new DomesticOrder.Collection(
                Samples.COLLECTION.key(),
                Samples.COLLECTION.amount(),
                "ORD-1001",
                payer,
                Samples.OUR_ACCOUNT,
                Samples.SEND_UNTIL);

        assertThat(bank.instruct(order))
                .isEqualTo(new Rejected(Reason.of("iban_not_supported", "this bank does not support IBANs")));
        server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void sendsOrdersToTheBanksAddress() {
        server.stubFor(post(anyUrl()).willReturn(okJson(TAKEN)));

        bank.instruct(Samples.COLLECTION);

        server.verify(postRequestedFor(urlEqualTo("/domestic/v1/orders"))
                .withRequestBody(matchingJsonPath("$.orderNo", equalTo(Samples.KEY))));
    }

    private static String withField(String field, String json) {
        return TAKEN.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + json);
    }
}
