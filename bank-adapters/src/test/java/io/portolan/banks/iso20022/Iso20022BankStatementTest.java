package io.portolan.banks.iso20022;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank.StatementUnavailable;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Iso20022BankStatementTest extends WithStubbedBank {
    private static final LocalDate DATE = LocalDate.parse("2026-11-21");

    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void isUnavailable(ResponseDefinitionBuilder fault) {
        server.stubFor(get(anyUrl()).willReturn(fault));

        assertThatThrownBy(() -> shortTimeoutBank.statement(Samples.OUR_ACCOUNT, DATE))
                .isInstanceOf(StatementUnavailable.class)
                .message()
                .isNotBlank()
                .doesNotContain("Acme");
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(SampleDocuments.STATEMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "<Id>D-USD<, <Id>D-EUR<, Acct/Id/Othr/Id does not match our request",
        "<Dt>2026-11-21</Dt>, <Dt>2026-11-20</Dt>, Dt/Dt does not match our request",
        "OPBD, PRCD, the balance OPBD is missing",
        ">1005.50<, >1005.51<, the opening balance plus the entries does not equal the closing balance",
        ">994.50<, >994.5<, Amt is not an amount in USD",
        ">994.50<, >-994.50<, an amount is negative instead of being a debit",
        "Ccy=\"USD\", Ccy=\"EUR\", Amt is in another currency than USD",
        "DBIT, DEBIT, CdtDbtInd is neither CRDT nor DBIT",
        "BOOK, PDNG, Sts/Cd does not match our request",
        "AcctSvcrRef, Ref, AcctSvcrRef is missing",
        "BookgDt, ValDt, BookgDt/DtTm is missing"
    })
    void isUnavailableWhenSomethingIsWrong(String right, String wrong, String message) {
        server.stubFor(get(anyUrl()).willReturn(okXml(SampleDocuments.STATEMENT.replace(right, wrong))));

        assertThatThrownBy(() -> bank.statement(Samples.OUR_ACCOUNT, DATE))
                .isInstanceOf(StatementUnavailable.class)
                .hasMessage(message);
    }

    @Test
    void isUnavailableWhenAnEntryIsLost() {
        server.stubFor(get(anyUrl()).willReturn(okXml(SampleDocuments.STATEMENT.replaceFirst("<Ntry>.*?</Ntry>", ""))));

        assertThatThrownBy(() -> bank.statement(Samples.OUR_ACCOUNT, DATE))
                .isInstanceOf(StatementUnavailable.class)
                .hasMessage("the opening balance plus the entries does not equal the closing balance");
    }

    @Test
    void countsCreditsUpAndDebitsDown() {
        server.stubFor(get(anyUrl()).willReturn(okXml(SampleDocuments.STATEMENT)));

        Statement statement = bank.statement(Samples.OUR_ACCOUNT, DATE);

        assertThat(statement.opening()).isEqualTo(usd("1000.00"));
        assertThat(statement.closing()).isEqualTo(usd("1005.50"));
        assertThat(statement.lines())
                .containsExactly(
                        new Statement.Line("pay_0123456789ABCDEFGHJK/1/3/1", "D-FX", usd("1000.00"), Samples.NOW),
                        new Statement.Line(Samples.KEY, "D-PAYOUT", usd("-994.50"), Samples.NOW));
        server.verify(getRequestedFor(urlEqualTo("/intl/statement?account=D-USD&date=2026-11-21")));
    }

    @Test
    void leavesTheKeyEmptyForWhatWeDidNotInstruct() {
        String response = SampleDocuments.STATEMENT.replaceAll("<NtryDtls>.*?</NtryDtls>", "");
        server.stubFor(get(anyUrl()).willReturn(okXml(response)));

        assertThat(bank.statement(Samples.OUR_ACCOUNT, DATE).lines())
                .extracting(Statement.Line::key)
                .containsExactly("", "");
    }

    @Test
    void readsAStatementLargerThanOtherResponses() {
        server.stubFor(get(anyUrl()).willReturn(okXml(SampleDocuments.STATEMENT + " ".repeat(7 * 1024 * 1024))));

        assertThat(bank.statement(Samples.OUR_ACCOUNT, DATE).lines()).hasSize(2);
    }

    private static Money usd(String amount) {
        return Money.parse(Currency.of("USD"), amount);
    }
}
