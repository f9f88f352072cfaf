package io.portolan.fx.firmrate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
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
import io.portolan.domain.fx.FirmRate;
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

class FirmRateDealerInquireTest extends WithStubbedDealer {
    private static final Instant EXECUTED_AT = Instant.parse("2026-11-21T08:15:00Z");

    @ParameterizedTest(name = "when the dealer {0}")
    @MethodSource("misbehaviours")
    void isUnknown(ResponseDefinitionBuilder fault) {
        server.stubFor(get(anyUrl()).willReturn(fault));

        assertThat(shortTimeoutDealer.inquire(Samples.TRADE))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown ->
                                assertThat(unknown.detail()).isNotBlank().doesNotContain("Mr Secret", Samples.SECRET));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(200, SampleTrades.EXECUTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trade_id",
                "client_trade_id",
                "status",
                "sell_currency",
                "sell_amount",
                "buy_currency",
                "buy_amount",
                "rate",
                "executed_at",
                "settled_at",
                "orders",
                "order_id",
                "currency",
                "amount",
                "from_account",
                "to_account"
            })
    void isUnknownWhenAFieldIsMissing(String field) {
        assertThat(inquiryResultFor(SampleTrades.EXECUTED.replace("\"" + field + "\"", "\"other\"")))
                .isEqualTo(new Unknown(field + " is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trade_id", "client_trade_id", "status", "sell_currency", "sell_amount", "buy_currency", "buy_amount",
                "rate", "executed_at", "order_id", "currency", "amount", "from_account", "to_account"
            })
    void isUnknownWhenAFieldIsNull(String field) {
        assertThat(inquiryResultFor(
                        SampleTrades.EXECUTED.replaceFirst("\"" + field + "\":[^,}]*", "\"" + field + "\":null")))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    1/3/1,              1/3/2,  client_trade_id does not match our request
                    '"executed"',              '"settled"',   unknown state
                    '"sell_currency":"CNY"',   '"sell_currency":"USD"', sell_currency does not match our request
                    '"buy_currency":"USD"',    '"buy_currency":"EUR"', buy_currency does not match our request
                    '"sell_amount":716400',    '"sell_amount":716401', sell_amount is not as agreed
                    '"buy_amount":99450',      '"buy_amount":99449', buy_amount is not as agreed
                    '"0.13882"',               '"0.13881"',   rate is not as agreed
                    08:15:00.000Z,             08:15:00+00:00, executed_at is not a time in UTC
                    '"settled_at":null',       '"settled_at":"soon"', settled_at is not a time in UTC
                    '"settled_at":null',       '"settled_at":1795248900', settled_at is not a string
                    '"currency":"CNY"',        '"currency":"USD"', executed with an order for an amount other than 7164.00 CNY
                    '"amount":716400,"from',   '"amount":71640,"from', executed with an order for an amount other than 7164.00 CNY
                    '"amount":99450,"from',    '"amount":994500,"from', executed with an order for an amount other than 994.50 USD
                    '"D-CNY"',                 '"D-USD"',     executed with an account that is not ours in CNY
                    '"D-USD"',                 '"OTHER"',     executed with an account that is not ours in USD
                    '"POOL-CNY"',              '"D-EUR"',     executed with an order between two of our accounts
                    '"POOL-USD"',              '"D-USD"',     executed with an order between two of our accounts
                    '{"order_id":"o-1"',       '{"order_id":"o-0"},{"order_id":"o-1"', executed with 3 order(s) instead of 2
                    """)
    void isUnknownWhenSomethingIsWrong(String right, String wrong, String detail) {
        assertThat(inquiryResultFor(SampleTrades.EXECUTED.replace(right, wrong)))
                .isEqualTo(new Unknown(detail));
    }

    @Test
    void isUnknownWhenAnOrderIsLost() {
        assertThat(inquiryResultFor(SampleTrades.EXECUTED.replaceFirst(",\\{\"order_id\":\"o-2\"[^}]*}", "")))
                .isEqualTo(new Unknown("executed with 1 order(s) instead of 2"));
    }

    @Test
    void isUnknownWhenEvenAPendingTradeIsAnother() {
        String pending = SampleTrades.pending().replace("\"sell_amount\":716400", "\"sell_amount\":716401");

        assertThat(inquiryResultFor(pending)).isEqualTo(new Unknown("sell_amount is not as agreed"));
    }

    @Test
    void findsAnExecutionThatHasNotSettled() {
        assertThat(inquiryResultFor(SampleTrades.EXECUTED)).isEqualTo(new Booked("T00000000042", EXECUTED_AT, null));
    }

    @Test
    void findsAnExecutionThatHasSettled() {
        String settled =
                SampleTrades.EXECUTED.replace("\"settled_at\":null", "\"settled_at\":\"2026-11-21T08:16:00.250Z\"");

        assertThat(inquiryResultFor(settled))
                .isEqualTo(new Booked("T00000000042", EXECUTED_AT, Instant.parse("2026-11-21T08:16:00.250Z")));
    }

    @Test
    void findsTheAgreedRateHoweverManyZerosItHas() {
        assertThat(inquiryResultFor(SampleTrades.EXECUTED.replace("0.13882", "0.1388200000")))
                .isInstanceOf(Booked.class);
    }

    @Test
    void findsWhatIsPending() {
        assertThat(inquiryResultFor(SampleTrades.pending())).isEqualTo(new Pending("T00000000042"));
    }

    @ParameterizedTest
    @CsvSource({"credit_limit, NONE", "quote_expired, REQUOTE"})
    void findsWhyItWasRejected(String code, Remedy remedy) {
        String rejected = SampleTrades.pending()
                .replace("\"pending\"", "\"rejected\"")
                .replace("\"reject_code\":null", "\"reject_code\":\"" + code + "\"");

        assertThat(inquiryResultFor(rejected))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        found -> assertThat(found.reason())
                                .extracting(Reason::code, Reason::remedy)
                                .containsExactly(code, remedy));
        assertThat(inquiryResultFor(rejected.replace("\"" + code + "\"", "null")))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void findsThatTheDealerNeverSawIt() {
        String error = "{\"error\":{\"code\":\"trade_unknown\",\"message\":\"no\"}}";
        server.stubFor(get(anyUrl()).willReturn(jsonResponse(error, 404)));

        assertThat(dealer.inquire(Samples.TRADE)).isEqualTo(new NotFound());
    }

    @Test
    void findsATradeWhoseResponseWasLost() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        Submission submission = dealer.instruct(Samples.TRADE);
        InquiryResult result = inquiryResultFor(SampleTrades.EXECUTED);

        assertThat(submission).isInstanceOf(Submission.Unknown.class);
        assertThat(result).isEqualTo(new Booked("T00000000042", EXECUTED_AT, null));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 20.9, 149727", "USD, 0.13882, 99450", "KWD, 0.04263, 305401"})
    void comparesMinorUnitsOfAnyCurrency(String currency, String rate, long bought) {
        String executed = SampleTrades.EXECUTED
                .replace("USD", currency)
                .replace("99450", "" + bought)
                .replace("0.13882", rate);
        server.stubFor(get(anyUrl()).willReturn(okJson(executed)));
        FirmRate agreed = Samples.rate(Money.of(Samples.CNY, 716400), Money.of(Currency.of(currency), bought), rate);

        assertThat(dealer.inquire(Samples.trade(agreed))).isEqualTo(new Booked("T00000000042", EXECUTED_AT, null));
    }

    @Test
    void asksByTheKeyAndNothingElse() {
        inquiryResultFor(SampleTrades.EXECUTED);

        server.verify(
                getRequestedFor(urlEqualTo("/fx/v2/trades?client_trade_id=pay_0123456789ABCDEFGHJK%2F1%2F3%2F1")));
    }

    private InquiryResult inquiryResultFor(String response) {
        server.stubFor(get(anyUrl()).willReturn(okJson(response)));
        return dealer.inquire(Samples.TRADE);
    }
}
