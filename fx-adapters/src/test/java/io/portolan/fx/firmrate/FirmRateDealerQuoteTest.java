package io.portolan.fx.firmrate;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.fx.RateResponse.Offered;
import io.portolan.domain.fx.RateResponse.Rejected;
import io.portolan.domain.fx.RateResponse.Unavailable;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmRateDealerQuoteTest extends WithStubbedDealer {
    private static final RateRequest SELLING =
            new RateRequest.Selling(Money.of(Samples.CNY, 716400), Samples.USD, "ORD-1001");
    private static final RateRequest BUYING = new RateRequest.Buying(Samples.CNY, Money.of(Samples.USD, 99450), null);
    private static final String OFFER = """
            {"quote_id":"q-1","sell_currency":"CNY","sell_amount":716400,"buy_currency":"USD","buy_amount":99450,\
            "rate":"0.13882","mid_rate":"0.13889","expires_at":"2026-11-21T08:16:00.000Z"}""";

    @ParameterizedTest(name = "when the dealer {0}")
    @MethodSource("misbehaviours")
    void isUnavailable(ResponseDefinitionBuilder fault) {
        server.stubFor(post(anyUrl()).willReturn(fault));

        assertThat(shortTimeoutDealer.quote(SELLING))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.detail())
                                .isNotBlank()
                                .doesNotContain("Mr Secret", Samples.SECRET));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(201, OFFER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quote_id", "sell_currency", "sell_amount", "buy_currency", "buy_amount", "rate", "expires_at"})
    void isUnavailableWhenAFieldIsMissingOrNull(String field) {
        String missing = OFFER.replace("\"" + field + "\"", "\"other\"");
        String isNull = OFFER.replaceFirst("\"" + field + "\":[^,}]*", "\"" + field + "\":null");

        assertThat(quoteFor(SELLING, 201, missing)).isEqualTo(new Unavailable(field + " is missing"));
        assertThat(quoteFor(SELLING, 201, isNull)).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    '"CNY"',     '"EUR"',       sell_currency does not match our request
                    '"USD"',     '"EUR"',       buy_currency does not match our request
                    716400,      716401,        the dealer's offer is for a different amount
                    99450,       99451,         the dealer's amounts do not follow from its rate
                    99450,       99450.0,       buy_amount is not an integer
                    99450,       '"99450"',     buy_amount is not an integer
                    99450,       0,             buy_amount is not a positive amount within our limit
                    99450,       -99450,        buy_amount is not a positive amount within our limit
                    99450,       1000000000000000, buy_amount is not a positive amount within our limit
                    99450,       99450999999999999999, buy_amount is not an integer
                    '"0.13882"', 0.13882,       rate is not a string
                    '"0.13882"', '"1.3882e-1"', rate is not a rate
                    '"0.13882"', '"0.000"',     rate is not a rate
                    '"0.13882"', '"-0.13882"',  rate is not a rate
                    '"0.13882"', '"0.13882000001"', rate is not a rate
                    '"0.13882"', '"999999999999"', the dealer's amounts do not follow from its rate
                    '"0.13882"', '"7.2"',       the dealer's amounts do not follow from its rate
                    '"q-1"',     '""',          quote_id is not 1 to 64 visible characters
                    08:16:00.000Z, noon,        expires_at is not a time in UTC
                    """)
    void isUnavailableWhenSomethingIsWrong(String right, String wrong, String detail) {
        assertThat(quoteFor(SELLING, 201, OFFER.replace(right, wrong))).isEqualTo(new Unavailable(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "400, HTTP 400: our request was not understood",
        "401, HTTP 401: our signature was rejected",
        "404, HTTP 404"
    })
    void isUnavailableWhenTheDealerRejectsTheRequestItself(int status, String detail) {
        assertThat(quoteFor(SELLING, status, "{\"error\":{\"code\":\"no\",\"message\":\"no\"}}"))
                .isEqualTo(new Unavailable(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "pair_not_served, the dealer does not quote this currency pair",
        "amount_out_of_range, the dealer does not quote this amount"
    })
    void isRejectedWithTheDealersReason(String code, String detail) {
        assertThat(quoteFor(SELLING, 422, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}"))
                .isEqualTo(new Rejected(Reason.of(code, detail)));
    }

    @Test
    void isRejectedWithoutAskingWhenWeHaveNoAccount() {
        var request = new RateRequest.Selling(Money.of(Samples.CNY, 1), Currency.of("KRW"), null);

        assertThat(dealer.quote(request)).isInstanceOf(Rejected.class);
        server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void offersWhatASaleBuys() {
        assertThat(quoteFor(SELLING, 201, OFFER)).isEqualTo(new Offered(Samples.RATE));

        server.verify(postRequestedFor(urlEqualTo("/fx/v2/quotes")).withRequestBody(equalToJson("""
                {"sell_currency":"CNY","sell_amount":716400,"buy_currency":"USD","reference":"ORD-1001"}""")));
    }

    @Test
    void offersWhatAPurchaseCosts() {
        // 994.50 USD at 0.13882 cost 7163.9533… CNY, rounded up.
        String offer = OFFER.replace("716400", "716396");

        assertThat(quoteFor(BUYING, 201, offer))
                .isEqualTo(new Offered(
                        Samples.rate(Money.of(Samples.CNY, 716396), Money.of(Samples.USD, 99450), "0.13882")));
        server.verify(postRequestedFor(anyUrl()).withRequestBody(equalToJson("""
                {"sell_currency":"CNY","buy_currency":"USD","buy_amount":99450}""")));
    }

    @ParameterizedTest
    @CsvSource({
        // 7164.00 × 20.9 = 149727.6 JPY, down; 7164.00 × 0.04263 = 305.40132 KWD, down.
        "JPY, 20.9,    149727",
        "USD, 0.13882, 99450",
        "KWD, 0.04263, 305401"
    })
    void roundsASaleDownInAnyDecimals(String currency, String rate, long bought) {
        String offer =
                OFFER.replace("USD", currency).replace("99450", "" + bought).replace("0.13882", rate);
        var request = new RateRequest.Selling(Money.of(Samples.CNY, 716400), Currency.of(currency), "ORD-1001");

        assertThat(quoteFor(request, 201, offer))
                .isInstanceOfSatisfying(
                        Offered.class,
                        offered -> assertThat(offered.rate().buy().minorUnits()).isEqualTo(bought));
        assertThat(quoteFor(request, 201, offer.replace(":" + bought, ":" + (bought + 1))))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        // 149727 ÷ 20.9 = 7163.97…; 305.401 ÷ 0.04263 = 7163.99…; both up.
        "JPY, 149727, 20.9,    716398",
        "KWD, 305401, 0.04263, 716400"
    })
    void roundsAPurchaseUpInAnyDecimals(String currency, long bought, String rate, long sold) {
        String offer = OFFER.replace("USD", currency)
                .replace("99450", "" + bought)
                .replace("716400", "" + sold)
                .replace("0.13882", rate);
        var request = new RateRequest.Buying(Samples.CNY, Money.of(Currency.of(currency), bought), null);

        assertThat(quoteFor(request, 201, offer))
                .isInstanceOfSatisfying(
                        Offered.class,
                        offered ->
                                assertThat(offered.rate().sell().minorUnits()).isEqualTo(sold));
        assertThat(quoteFor(request, 201, offer.replace(":" + sold, ":" + (sold - 1))))
                .isInstanceOf(Unavailable.class);
    }

    private RateResponse quoteFor(RateRequest request, int status, String response) {
        server.stubFor(post(anyUrl()).willReturn(jsonResponse(response, status)));
        return dealer.quote(request);
    }
}
