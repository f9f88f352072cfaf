package io.portolan.banks.signedjson;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank.StatementUnavailable;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignedJsonBankStatementTest extends WithStubbedBank {
    private static final LocalDate DATE = LocalDate.parse("2026-11-21");
    private static final String STATEMENT = """
            {"account":"B-CNY","currency":"CNY","date":"2026-11-21","openingBalance":"100.00","closingBalance":"7136.00",\
            "lines":[\
            {"lineNo":1,"orderNo":"%s","bankReference":"B1","kind":"COLLECTION","direction":"CREDIT","amount":"7200.00",\
            "bookedAt":"2026-11-21T08:15:00.000Z","settledAt":null},\
            {"lineNo":2,"orderNo":null,"bankReference":"B2","kind":"FEE","direction":"DEBIT","amount":"164.00",\
            "bookedAt":"2026-11-21T09:15:00.000Z","settledAt":null}]}""".formatted(Samples.KEY);

    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void isUnavailable(ResponseDefinitionBuilder fault) {
        server.stubFor(get(anyUrl()).willReturn(fault));

        assertThatThrownBy(() -> shortTimeoutBank.statement(Samples.OUR_ACCOUNT, DATE))
                .isInstanceOf(StatementUnavailable.class)
                .message()
                .isNotBlank()
                .doesNotContain("Li", "Wei");
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(STATEMENT);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    '"B-CNY"',    '"B-USD"',      account does not match our request
                    '"CNY"',      '"USD"',        currency does not match our request
                    '2026-11-21"', '2026-11-20"', date does not match our request
                    '7136.00',    '7136.01',      the opening balance plus the lines does not equal the closing balance
                    '7200.00',    '7200.0',       amount is not an amount in CNY
                    '7200.00',    '-7200.00',     a line's amount is not positive
                    '"CREDIT"',   '"IN"',         a line is neither CREDIT nor DEBIT
                    '"orderNo"',  '"order"',      orderNo is missing
                    '"B1"',       'null',         bankReference is null
                    '"lines":[',  '"lines":[7,',  the body is not a JSON object
                    '"lines":[',  '"lines":{},"x":[', lines is not an array
                    """)
    void isUnavailableWhenSomethingIsWrong(String right, String wrong, String message) {
        server.stubFor(get(anyUrl()).willReturn(okJson(STATEMENT.replace(right, wrong))));

        assertThatThrownBy(() -> bank.statement(Samples.OUR_ACCOUNT, DATE))
                .isInstanceOf(StatementUnavailable.class)
                .hasMessage(message);
    }

    @Test
    void isUnavailableWhenALineIsLost() {
        server.stubFor(get(anyUrl()).willReturn(okJson(STATEMENT.replaceFirst(",\\{\"lineNo\":2.*?}", ""))));

        assertThatThrownBy(() -> bank.statement(Samples.OUR_ACCOUNT, DATE))
                .isInstanceOf(StatementUnavailable.class)
                .hasMessage("the opening balance plus the lines does not equal the closing balance");
    }

    @Test
    void countsCreditsUpAndDebitsDown() {
        server.stubFor(get(anyUrl()).willReturn(okJson(STATEMENT)));

        Statement statement = bank.statement(Samples.OUR_ACCOUNT, DATE);

        assertThat(statement.closing()).isEqualTo(cny("7136.00"));
        assertThat(statement.lines())
                .containsExactly(
                        new Statement.Line(Samples.KEY, "B1", cny("7200.00"), Instant.parse("2026-11-21T08:15:00Z")),
                        new Statement.Line("", "B2", cny("-164.00"), Instant.parse("2026-11-21T09:15:00Z")));
        server.verify(getRequestedFor(urlEqualTo("/domestic/v1/statement?account=B-CNY&date=2026-11-21")));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 12", "USD, 12.34", "KWD, 12.345"})
    void readsBalancesWithTheDecimalsOfTheirCurrency(String currency, String balance) {
        server.stubFor(get(anyUrl()).willReturn(okJson("""
                {"account":"B-X","currency":"%s","date":"2026-11-21","openingBalance":"%s","closingBalance":"%s","lines":[]}""".formatted(currency, balance, balance))));
        var account = new NostroAccount("B", "B-X", Currency.of(currency));

        assertThat(bank.statement(account, DATE).opening()).isEqualTo(Money.parse(Currency.of(currency), balance));
    }

    @Test
    void readsAStatementLargerThanOtherResponses() {
        server.stubFor(get(anyUrl()).willReturn(okJson(STATEMENT + " ".repeat(7 * 1024 * 1024))));

        assertThat(bank.statement(Samples.OUR_ACCOUNT, DATE).lines()).hasSize(2);
    }

    private static Money cny(String amount) {
        return Money.parse(Currency.of("CNY"), amount);
    }
}
