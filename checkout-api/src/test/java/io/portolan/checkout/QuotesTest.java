package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.RateAnswer;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.payment.SamplePayments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class QuotesTest {
    @Autowired
    private World world;

    @Autowired
    private ScriptedDesk desk;

    @Autowired
    private InMemoryQuotes quotes;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @Test
    void pricesWhatTheBuyerPays() {
        Reply reply = ask("CNY", "720000", "USD", null);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEqualTo("""
                {"id":"%s","source":{"currency":"CNY","amount":720000},"fee":{"currency":"CNY","amount":3600},\
                "destination":{"currency":"USD","amount":99450},"rate":"0.13882","expires_at":"2026-11-21T12:15:00.000Z"}""".formatted(reply.text("/id")));
        assertThat(reply.text("/id")).matches("quo_[0-9A-Z]{20}");
    }

    @Test
    void pricesWhatTheSellerGets() {
        Reply reply = ask("CNY", null, "USD", "99450");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/destination/amount").longValue()).isEqualTo(99_450);
        long source = reply.json().at("/source/amount").longValue();
        long fee = reply.json().at("/fee/amount").longValue();
        assertThat(source - fee).isEqualTo(716_396);
        assertThat(source).isEqualTo(719_996);
    }

    @Test
    void pricesCurrenciesWithoutAndWithThreeDecimals() {
        assertThat(ask("CNY", "720000", "JPY", null)
                        .json()
                        .at("/destination/amount")
                        .longValue())
                .isEqualTo(994);
        assertThat(ask("CNY", "720000", "KWD", null)
                        .json()
                        .at("/destination/amount")
                        .longValue())
                .isEqualTo(994_506);
    }

    @Test
    void refusesAnUnknownCurrency() {
        refuses(ask("CNY", "720000", "XXX", null), "/destination/currency currency-unknown");
    }

    @Test
    void refusesACurrencyInSmallLetters() {
        refuses(ask("cny", "720000", "USD", null), "/source/currency currency-code");
    }

    @Test
    void refusesTheSameCurrencyOnBothSides() {
        refuses(ask("CNY", "720000", "CNY", null), "/destination/currency currency-same");
    }

    @Test
    void refusesAPairThatIsNotServed() {
        refuses(ask("USD", "720000", "CNY", null), "/destination/currency corridor-unserved");
    }

    @Test
    void refusesAnAmountWithDecimals() {
        refuses(ask("CNY", "7200.00", "USD", null), "/source/amount amount-integer");
        refuses(ask("CNY", "7200.005", "USD", null), "/source/amount amount-integer");
        refuses(ask("CNY", "1.0", "USD", null), "/source/amount amount-integer");
        refuses(ask("CNY", "7e5", "USD", null), "/source/amount amount-integer");
    }

    @Test
    void refusesAnAmountInQuotationMarks() {
        refuses(ask("CNY", "\"720000\"", "USD", null), "/source/amount amount-integer");
    }

    @Test
    void refusesZero() {
        refuses(ask("CNY", "0", "USD", null), "/source/amount amount-positive");
    }

    @Test
    void refusesANegativeAmount() {
        refuses(ask("CNY", "-720000", "USD", null), "/source/amount amount-positive");
    }

    @Test
    void refusesAnOverflowingAmount() {
        refuses(ask("CNY", "1000000000000000", "USD", null), "/source/amount amount-limit");
        refuses(ask("CNY", "9223372036854775808", "USD", null), "/source/amount amount-limit");
        refuses(ask("CNY", "1" + "0".repeat(300), "USD", null), "/source/amount amount-limit");
    }

    @Test
    void refusesWhatIsBelowTheCorridorsMinimum() {
        refuses(ask("CNY", "99", "USD", null), "/source/amount amount-minimum");
        refuses(ask("CNY", null, "USD", "1"), "/destination/amount amount-minimum");
    }

    @Test
    void refusesWhatIsAboveTheCorridorsMaximum() {
        refuses(ask("CNY", "5000001", "USD", null), "/source/amount amount-maximum");
        refuses(ask("CNY", null, "USD", "999999999999999"), "/destination/amount amount-maximum");
    }

    @Test
    void refusesBothAmounts() {
        refuses(ask("CNY", "720000", "USD", "99450"), "/destination/amount one-amount");
    }

    @Test
    void refusesNoAmount() {
        refuses(ask("CNY", null, "USD", null), "/source/amount one-amount");
    }

    @Test
    void refusesAMissingSide() {
        refuses(
                shop.post("/v1/quotes", "{\"source\": {\"currency\": \"CNY\", \"amount\": 1}}"),
                "/destination required");
    }

    @Test
    void tellsAllErrorsAtOnce() {
        refuses(
                shop.post("/v1/quotes", """
                        {"source": {"currency": 7, "amount": -1, "amuont": 2}, "destination": [], "a/b~c": null}"""),
                "/source/currency type",
                "/source/amount amount-positive",
                "/source/amuont unknown-field",
                "/destination type",
                "/a~1b~0c unknown-field");
    }

    @Test
    void passesOnThatTheDealerDeclines() {
        desk.answers(new RateAnswer.Declined(Reason.of("pair-closed", "Closed for the day.")));

        Reply reply = ask("CNY", "720000", "USD", null);

        reply.isProblem(422, "quote-declined");
        assertThat(reply.errors()).containsExactly("/source/amount dealer-declined");
        assertThat(quotes.count(shop.merchant())).isZero();
    }

    @Test
    void saysWhenToComeBackIfTheDealerDoesNotAnswer() {
        desk.answers(new RateAnswer.Unavailable("timeout"));

        Reply reply = ask("CNY", "720000", "USD", null);

        reply.isProblem(503, "unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void takesNoRateThatHasAlreadyExpired(@Autowired HandClock clock) {
        clock.pass(java.time.Duration.between(SamplePayments.NOON, SamplePayments.NOON.plusSeconds(900)));

        ask("CNY", "720000", "USD", null).isProblem(503, "unavailable");

        assertThat(quotes.count(shop.merchant())).isZero();
    }

    @Test
    void listsTheCorridors() {
        Reply reply = shop.get("/v1/corridors");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/data").size()).isEqualTo(3);
        assertThat(reply.json().at("/data/0").toString()).isEqualTo("""
                {"source":"CNY","destination":"USD","minimum":{"currency":"CNY","amount":100},\
                "maximum":{"currency":"CNY","amount":5000000},"fee_bps":50,"usual_arrival":"PT4H",\
                "unwind":{"loss_bearer":"house","detail":"The buyer gets all back, the fee too; Portolan bears what the conversion loses."}}""");
        assertThat(reply.json().at("/next").isNull()).isTrue();
    }

    private void refuses(Reply reply, String... errors) {
        reply.isInvalid(errors);
        assertThat(quotes.count(shop.merchant())).isZero();
    }

    private Reply ask(String source, String sourceAmount, String destination, String destinationAmount) {
        return shop.post(
                "/v1/quotes",
                "{\"source\": %s, \"destination\": %s}"
                        .formatted(side(source, sourceAmount), side(destination, destinationAmount)));
    }

    private static String side(String currency, String amount) {
        return amount == null
                ? "{\"currency\": \"%s\"}".formatted(currency)
                : "{\"currency\": \"%s\", \"amount\": %s}".formatted(currency, amount);
    }
}
