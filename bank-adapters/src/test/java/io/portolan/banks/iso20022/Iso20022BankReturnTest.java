package io.portolan.banks.iso20022;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Iso20022BankReturnTest extends WithStubbedBank {
    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void findsNone(ResponseDefinitionBuilder fault) {
        server.stubFor(get(anyUrl()).willReturn(fault));

        assertThat(shortTimeoutBank.findReturns(Samples.PAYOUT)).isEmpty();
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(SampleDocuments.RETURNED);
    }

    @Test
    void findsNoneWhenNothingCameBack() {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404).withBody("NOT_RETURNED")));

        assertThat(bank.findReturns(Samples.PAYOUT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<OrgnlInstrId>pay, <OrgnlInstrId>other",
        "<OrgnlEndToEndId>pay, <OrgnlEndToEndId>other",
        ">994.50<, >994.51<",
        ">984.56<, >0.00<",
        ">984.56<, >-984.56<",
        ">984.56<, >984.5<",
        "RtrdIntrBkSttlmAmt Ccy=\"USD\", RtrdIntrBkSttlmAmt Ccy=\"CNY\"",
        "OrgnlIntrBkSttlmAmt Ccy=\"USD\", OrgnlIntrBkSttlmAmt",
        "RtrId, Id",
        "CdtDtTm, DbtDtTm",
        "AC04, Acme",
        "RtrRsnInf, RsnInf"
    })
    void findsNoneWhenSomethingIsWrong(String right, String wrong) {
        server.stubFor(get(anyUrl()).willReturn(okXml(SampleDocuments.RETURNED.replace(right, wrong))));

        assertThat(bank.findReturns(Samples.PAYOUT)).isEmpty();
    }

    @Test
    void findsAReturnReducedByFees() {
        server.stubFor(get(anyUrl()).willReturn(okXml(SampleDocuments.RETURNED)));

        List<PayoutReturn> found = bank.findReturns(Samples.PAYOUT);

        assertThat(found)
                .containsExactly(new PayoutReturn(
                        "D00000000043",
                        Money.parse(Currency.of("USD"), "984.56"),
                        Reason.of("ac04", "the payee's account is closed"),
                        Instant.parse("2026-11-21T08:20:00.125Z")));
        server.verify(getRequestedFor(urlEqualTo("/intl/payments/return?id=pay_0123456789ABCDEFGHJK%2F1%2F4%2F1")));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 994", "USD, 994.50", "KWD, 994.500"})
    void findsAFullReturnInAnyDecimals(String currency, String amount) {
        String response = SampleDocuments.RETURNED
                .replace("USD", currency)
                .replace("994.50", amount)
                .replace("984.56", amount);
        server.stubFor(get(anyUrl()).willReturn(okXml(response)));
        Money paid = Money.parse(Currency.of(currency), amount);

        assertThat(bank.findReturns(Samples.payout(paid)))
                .extracting(PayoutReturn::amount)
                .containsExactly(paid);
    }

    @Test
    void reportsAReturnOfMoreThanWasPaid() {
        server.stubFor(get(anyUrl()).willReturn(okXml(SampleDocuments.RETURNED.replace("984.56", "1001.00"))));

        assertThat(bank.findReturns(Samples.PAYOUT))
                .extracting(PayoutReturn::amount)
                .containsExactly(Money.parse(Currency.of("USD"), "1001.00"));
    }

    @Test
    void findsEveryReturnOfOnePayout() {
        server.stubFor(get(anyUrl()).willReturn(okXml(SampleDocuments.RETURNED_TWICE)));

        assertThat(bank.findReturns(Samples.PAYOUT))
                .extracting(PayoutReturn::reference)
                .containsExactly("D00000000043", "D00000000044");
    }

    @ParameterizedTest
    @CsvSource({
        "D00000000044, D00000000043",
        "<NbOfTxs>2, <NbOfTxs>1",
        "<NbOfTxs>2, <NbOfTxs>3",
        "TxInf><RtrId>D00000000044, Other><RtrId>D00000000044",
    })
    void believesNoneOfTwoReturnsWhenSomethingIsWrong(String right, String wrong) {
        String response = SampleDocuments.RETURNED_TWICE.replace(right, wrong);
        server.stubFor(get(anyUrl()).willReturn(okXml(response)));

        assertThat(bank.findReturns(Samples.PAYOUT)).isEmpty();
    }
}
