package io.portolan.banks.iso20022;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.InquiryResult.Booked;
import io.portolan.domain.bank.InquiryResult.NotFound;
import io.portolan.domain.bank.InquiryResult.Pending;
import io.portolan.domain.bank.InquiryResult.Rejected;
import io.portolan.domain.bank.InquiryResult.Unknown;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Iso20022BankInquireTest extends WithStubbedBank {
    private static final Instant BOOKED_AT = Instant.parse("2026-11-21T08:15:00Z");
    private static final Instant SETTLED_AT = Instant.parse("2026-11-21T08:16:00.250Z");

    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void isUnknown(ResponseDefinitionBuilder fault) {
        server.stubFor(get(anyUrl()).willReturn(fault));

        assertThat(shortTimeoutBank.inquire(Samples.PAYOUT))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.detail()).isNotBlank().doesNotContain("Acme"));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(SampleDocuments.BOOKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OrgnlMsgId",
                "OrgnlPmtInfId",
                "OrgnlInstrId",
                "OrgnlEndToEndId",
                "TxSts",
                "AccptncDtTm",
                "DtTm",
                "AcctSvcrRef",
                "InstdAmt"
            })
    void isUnknownWhenAnElementIsMissingEmptyOrDouble(String element) {
        String whole = "(<" + element + "[^>]*>)[^<]*(</" + element + ">)";

        assertThat(inquiryResultFor(SampleDocuments.SETTLED.replaceFirst(whole, "")))
                .isInstanceOf(Unknown.class);
        assertThat(inquiryResultFor(SampleDocuments.SETTLED.replaceFirst(whole, "$1$2")))
                .isInstanceOf(Unknown.class);
        assertThat(inquiryResultFor(SampleDocuments.SETTLED.replaceFirst(whole, "$0$0")))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void isUnknownWhenTheReportIsAboutTwoPayouts() {
        String two = SampleDocuments.BOOKED.replaceFirst("(?s)<TxInfAndSts>.*</TxInfAndSts>", "$0$0");

        assertThat(inquiryResultFor(two)).isEqualTo(new Unknown("TxInfAndSts occurs more than once"));
    }

    @ParameterizedTest
    @CsvSource({
        "<OrgnlMsgId>pay, <OrgnlMsgId>other, OrgnlGrpInfAndSts/OrgnlMsgId does not match our request",
        "<OrgnlInstrId>pay, <OrgnlInstrId>other, OrgnlInstrId does not match our request",
        ">994.50<, >99450<, OrgnlTxRef/Amt/InstdAmt is not an amount in USD",
        ">994.50<, >99.45<, the bank has a different amount under this key",
        "\"USD\", \"JPY\", OrgnlTxRef/Amt/InstdAmt is in another currency than USD",
        "ACSC, SETTLED, unknown state",
        "2026-11-21T08:15:00.000Z</Acc, 2026-11-21</Acc, AccptncDtTm is not a time in UTC",
        "2026-11-21T08:16:00.250Z, 2026-13-21T08:16:00.250Z, TrckrData/ConfdDt/DtTm is not a time in UTC"
    })
    void isUnknownWhenSomethingIsWrong(String right, String wrong, String detail) {
        assertThat(inquiryResultFor(SampleDocuments.SETTLED.replace(right, wrong)))
                .isEqualTo(new Unknown(detail));
    }

    @Test
    void findsABookingThatHasNotSettled() {
        assertThat(inquiryResultFor(SampleDocuments.BOOKED)).isEqualTo(new Booked("D00000000042", BOOKED_AT, null));
    }

    @Test
    void findsABookingThatHasSettled() {
        assertThat(inquiryResultFor(SampleDocuments.SETTLED))
                .isEqualTo(new Booked("D00000000042", BOOKED_AT, SETTLED_AT));
    }

    @Test
    void findsWhatIsPending() {
        assertThat(inquiryResultFor(SampleDocuments.PENDING)).isEqualTo(new Pending("D00000000042"));
    }

    @Test
    void findsWhyItWasRejected() {
        assertThat(inquiryResultFor(SampleDocuments.rejected("AC01")))
                .isEqualTo(
                        new Rejected(new Reason("ac01", "the payee's account number is wrong", Remedy.CORRECT_PAYEE)));
    }

    @Test
    void findsThatTheBankNeverSawIt() {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404).withBody("UNKNOWN_ID\n")));

        assertThat(bank.inquire(Samples.PAYOUT)).isEqualTo(new NotFound());
    }

    @Test
    void findsAPayoutWhoseResponseWasLost() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        Submission submission = bank.instruct(Samples.PAYOUT);
        InquiryResult result = inquiryResultFor(SampleDocuments.BOOKED);

        assertThat(submission).isInstanceOf(Submission.Unknown.class);
        assertThat(result).isEqualTo(new Booked("D00000000042", BOOKED_AT, null));
    }

    @Test
    void findsARejectionAlsoOfWhatWasTaken() {
        server.stubFor(post(anyUrl()).willReturn(okXml(SampleDocuments.PENDING)));

        Submission submission = bank.instruct(Samples.PAYOUT);
        InquiryResult result = inquiryResultFor(SampleDocuments.rejected("AC04"));

        assertThat(submission).isInstanceOf(Submission.Taken.class);
        assertThat(result).isEqualTo(new Rejected(Reason.of("ac04", "the payee's account is closed")));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 994", "USD, 994.50", "KWD, 994.500"})
    void comparesAmountsWithTheDecimalsOfTheirCurrency(String currency, String amount) {
        String response = SampleDocuments.BOOKED.replace("USD", currency).replace("994.50", amount);
        server.stubFor(get(anyUrl()).willReturn(okXml(response)));

        InquiryResult result = bank.inquire(Samples.payout(Money.parse(Currency.of(currency), amount)));

        assertThat(result).isEqualTo(new Booked("D00000000042", BOOKED_AT, null));
    }

    @Test
    void asksByTheKeyAndNothingElse() {
        inquiryResultFor(SampleDocuments.BOOKED);

        server.verify(getRequestedFor(urlEqualTo("/intl/payments/status?id=pay_0123456789ABCDEFGHJK%2F1%2F4%2F1")));
    }

    private InquiryResult inquiryResultFor(String response) {
        server.stubFor(get(anyUrl()).willReturn(okXml(response)));
        return bank.inquire(Samples.PAYOUT);
    }
}
