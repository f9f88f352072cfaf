package io.portolan.banks.iso20022;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
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
import io.portolan.domain.party.Party;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Iso20022BankInstructTest extends WithStubbedBank {
    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void isUnknown(ResponseDefinitionBuilder fault) {
        server.stubFor(post(anyUrl()).willReturn(fault));

        Submission submission = shortTimeoutBank.instruct(Samples.PAYOUT);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.detail())
                                .isNotBlank()
                                .doesNotContain("Acme", "000123456789", "Main Street"));
        server.verify(lessThanOrExactly(1), postRequestedFor(anyUrl()));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(SampleDocuments.PENDING);
    }

    @Test
    void isUnknownWhenNobodyListens() {
        try (Iso20022Bank unreachable = clientOf(EndlessHeadersServer.unusedUri(), LONG_TIMEOUT)) {
            assertThat(unreachable.instruct(Samples.PAYOUT)).isEqualTo(new Unknown("could not connect"));
        }
    }

    @Test
    void readsNoMoreThanItsLimit() {
        assertThat(submissionFor(200, SampleDocuments.PENDING + " ".repeat(64 * 1024)))
                .isEqualTo(new Unknown("the connection broke or the response exceeded 65536 bytes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OrgnlMsgId",
                "OrgnlPmtInfId",
                "OrgnlInstrId",
                "OrgnlEndToEndId",
                "TxSts",
                "AcctSvcrRef",
                "InstdAmt"
            })
    void isUnknownWhenAnElementIsMissingEmptyOrDouble(String element) {
        String whole = "(<" + element + "[^>]*>)[^<]*(</" + element + ">)";

        assertThat(submissionFor(202, SampleDocuments.PENDING.replaceFirst(whole, "")))
                .isInstanceOf(Unknown.class);
        assertThat(submissionFor(202, SampleDocuments.PENDING.replaceFirst(whole, "$1$2")))
                .isInstanceOf(Unknown.class);
        assertThat(submissionFor(202, SampleDocuments.PENDING.replaceFirst(whole, "$0$0")))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrgnlMsgId", "OrgnlPmtInfId", "OrgnlInstrId", "OrgnlEndToEndId"})
    void isUnknownWhenAnotherKeyIsEchoed(String element) {
        String other = SampleDocuments.PENDING.replaceFirst("<" + element + ">[^<]*", "<" + element + ">" + "other");

        assertThat(submissionFor(202, other))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.detail()).endsWith("does not match our request"));
    }

    @ParameterizedTest
    @CsvSource({
        ">994.50<, >994.51<, the bank has a different amount under this key",
        "Ccy=\"USD\", Ccy=\"EUR\", OrgnlTxRef/Amt/InstdAmt is in another currency than USD",
        ">994.50<, >994.5<, OrgnlTxRef/Amt/InstdAmt is not an amount in USD",
        "PDNG, ACCP, unknown state"
    })
    void isUnknownWhenSomethingElseIsEchoed(String right, String wrong, String detail) {
        assertThat(submissionFor(202, SampleDocuments.PENDING.replace(right, wrong)))
                .isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "400, HTTP 400: our request was not understood",
        "401, HTTP 401: our signature was rejected",
        "409, HTTP 409: the key was used with other content"
    })
    void isUnknownWhenTheBankRejectsTheRequestItself(int status, String detail) {
        assertThat(submissionFor(status, "Acme Outdoor LLC")).isEqualTo(new Unknown(detail));
    }

    @Test
    void isTakenWhateverBecameOfItSince() {
        assertThat(submissionFor(202, SampleDocuments.PENDING)).isEqualTo(new Taken("D00000000042"));
        assertThat(submissionFor(200, SampleDocuments.BOOKED)).isEqualTo(new Taken("D00000000042"));
        assertThat(submissionFor(200, SampleDocuments.SETTLED)).isEqualTo(new Taken("D00000000042"));
    }

    @ParameterizedTest
    @CsvSource({
        "AC01, CORRECT_PAYEE",
        "BE04, CORRECT_PAYEE",
        "RC01, CORRECT_PAYEE",
        "AC04, NONE",
        "AM04, NONE",
        "AG01, NONE",
        "MD07, NONE",
        "MS03, NONE",
        "XT99, NONE"
    })
    void rejectsWithTheRemedy(String code, Remedy remedy) {
        assertThat(submissionFor(422, SampleDocuments.rejected(code)))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason().code())
                            .isEqualToIgnoringCase(code)
                            .isLowerCase();
                    assertThat(rejected.reason().remedy()).isEqualTo(remedy);
                    assertThat(rejected.reason().detail()).isNotBlank().doesNotContain("Acme");
                });
    }

    @Test
    void rejectsARepeatOfWhatWasRejectedSince() {
        assertThat(submissionFor(200, SampleDocuments.rejected("AC04")))
                .isEqualTo(new Rejected(Reason.of("ac04", "the payee's account is closed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ac04", "Acme", "AC 4", "AC045"})
    void isUnknownWhenARejectionHasNoIsoCode(String code) {
        assertThat(submissionFor(422, SampleDocuments.rejected(code)))
                .isEqualTo(new Unknown("the bank's reason is not an ISO code"));
    }

    @Test
    void isTakenByARepeatAfterALostResponse() {
        server.stubFor(post(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("stored"));
        server.stubFor(post(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs("stored")
                .willReturn(okXml(SampleDocuments.BOOKED)));

        Submission first = bank.instruct(Samples.PAYOUT);
        Submission second = bank.instruct(Samples.PAYOUT);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isEqualTo(new Taken("D00000000042"));
    }

    @Test
    void rejectsWithoutSendingWhatXmlCannotRepresent() {
        var payee = new Party("Acme\u0000Outdoor", Samples.SELLER.account(), Samples.ADDRESS);

        assertThat(bank.instruct(Samples.payoutTo(payee)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason().remedy()).isEqualTo(Remedy.CORRECT_PAYEE));
        server.verify(0, postRequestedFor(anyUrl()));
    }

    private Submission submissionFor(int status, String response) {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status).withBody(response)));
        return bank.instruct(Samples.PAYOUT);
    }
}
