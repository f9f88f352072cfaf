package io.portolan.checkout.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.InMemoryQuotes;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.checkout.testing.SettableClock;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.payment.SamplePayments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class QuotesTest {
    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private ScriptedDesk desk;

    @Autowired
    private InMemoryQuotes quotes;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void pricesWhatTheBuyerPays() {
        ApiReply reply = ask("CNY", "720000", "USD", null);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEqualTo("""
                {"id":"%s","source":{"currency":"CNY","amount":720000},"fee":{"currency":"CNY","amount":3600},\
                "destination":{"currency":"USD","amount":99450},"rate":"0.13882","expires_at":"2026-11-21T12:15:00.000Z"}""".formatted(reply.text("/id")));
        assertThat(reply.text("/id")).matches("quo_[0-9A-Z]{20}");
    }

    @Test
    void pricesWhatTheSellerGets() {
        ApiReply reply = ask("CNY", null, "USD", "99450");

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
    void rejectsAnUnknownCurrency() {
        assertRejected(ask("CNY", "720000", "XXX", null), "/destination/currency currency-unknown");
    }

    @Test
    void rejectsACurrencyInLowerCase() {
        assertRejected(ask("cny", "720000", "USD", null), "/source/currency currency-code");
    }

    @Test
    void rejectsTheSameCurrencyOnBothSides() {
        assertRejected(ask("CNY", "720000", "CNY", null), "/destination/currency currency-same");
    }

    @Test
    void rejectsAPairThatIsNotServed() {
        assertRejected(ask("USD", "720000", "CNY", null), "/destination/currency corridor-unserved");
    }

    @Test
    void rejectsAnAmountWithDecimals() {
        assertRejected(ask("CNY", "7200.00", "USD", null), "/source/amount amount-integer");
        assertRejected(ask("CNY", "7200.005", "USD", null), "/source/amount amount-integer");
        assertRejected(ask("CNY", "1.0", "USD", null), "/source/amount amount-integer");
        assertRejected(ask("CNY", "7e5", "USD", null), "/source/amount amount-integer");
    }

    @Test
    void rejectsAnAmountInQuotationMarks() {
        assertRejected(ask("CNY", "\"720000\"", "USD", null), "/source/amount amount-integer");
    }

    @Test
    void rejectsZero() {
        assertRejected(ask("CNY", "0", "USD", null), "/source/amount amount-positive");
    }

    @Test
    void rejectsANegativeAmount() {
        assertRejected(ask("CNY", "-720000", "USD", null), "/source/amount amount-positive");
    }

    @Test
    void rejectsAnOverflowingAmount() {
        assertRejected(ask("CNY", "1000000000000000", "USD", null), "/source/amount amount-limit");
        assertRejected(ask("CNY", "9223372036854775808", "USD", null), "/source/amount amount-limit");
        assertRejected(ask("CNY", "1" + "0".repeat(300), "USD", null), "/source/amount amount-limit");
    }

    @Test
    void rejectsAnAmountBelowTheCorridorsMinimum() {
        assertRejected(ask("CNY", "99", "USD", null), "/source/amount amount-minimum");
        assertRejected(ask("CNY", null, "USD", "1"), "/destination/amount amount-minimum");
    }

    @Test
    void rejectsAnAmountAboveTheCorridorsMaximum() {
        assertRejected(ask("CNY", "5000001", "USD", null), "/source/amount amount-maximum");
        assertRejected(ask("CNY", null, "USD", "999999999999999"), "/destination/amount amount-maximum");
    }

    @Test
    void rejectsBothAmounts() {
        assertRejected(ask("CNY", "720000", "USD", "99450"), "/destination/amount amount-exclusive");
    }

    @Test
    void rejectsNoAmount() {
        assertRejected(ask("CNY", null, "USD", null), "/source/amount amount-exclusive");
    }

    @Test
    void rejectsAMissingSide() {
        assertRejected(
                client.post("/v1/quotes", "{\"source\": {\"currency\": \"CNY\", \"amount\": 1}}"),
                "/destination required");
    }

    @Test
    void reportsAllErrorsAtOnce() {
        assertRejected(
                client.post("/v1/quotes", """
                        {"source": {"currency": 7, "amount": -1, "amuont": 2}, "destination": [], "a/b~c": null}"""),
                "/source/currency type",
                "/source/amount amount-positive",
                "/source/amuont unknown-field",
                "/destination type",
                "/a~1b~0c unknown-field");
    }

    @Test
    void reportsThatTheDealerRejects() {
        desk.answers(new RateResponse.Rejected(Reason.of("pair-closed", "Closed for the day.")));

        ApiReply reply = ask("CNY", "720000", "USD", null);

        reply.assertProblem(422, "quote-rejected");
        assertThat(reply.errors()).containsExactly("/source/amount dealer-rejected");
        assertThat(quotes.count(client.merchant())).isZero();
    }

    @Test
    void saysWhenToRetryIfTheDealerDoesNotAnswer() {
        desk.answers(new RateResponse.Unavailable("timeout"));

        ApiReply reply = ask("CNY", "720000", "USD", null);

        reply.assertProblem(503, "unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void takesNoRateThatHasAlreadyExpired(@Autowired SettableClock clock) {
        clock.advance(java.time.Duration.between(SamplePayments.NOON, SamplePayments.NOON.plusSeconds(900)));

        ask("CNY", "720000", "USD", null).assertProblem(503, "unavailable");

        assertThat(quotes.count(client.merchant())).isZero();
    }

    @Test
    void listsTheCorridors() {
        ApiReply reply = client.get("/v1/corridors");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/data").size()).isEqualTo(3);
        assertThat(reply.json().at("/data/0").toString()).isEqualTo("""
                {"source":"CNY","destination":"USD","minimum":{"currency":"CNY","amount":100},\
                "maximum":{"currency":"CNY","amount":5000000},"fee_bps":50,"usual_arrival":"PT4H",\
                "unwind":{"policy":"sell_back","loss_bearer":"house","detail":"What was bought is sold back at the rate of that time. \
                The buyer is refunded in full, including the fee; Portolan bears the loss of that sale and what banks keep of a returned payout."}}""");
        assertThat(reply.json().at("/next").isNull()).isTrue();
    }

    @Test
    void saysOfEachCorridorWhatAnUnwindCostsWhom() {
        ApiReply reply = client.get("/v1/corridors");

        assertThat(reply.text("/data/1/unwind/policy")).isEqualTo("keep");
        assertThat(reply.text("/data/1/unwind/detail"))
                .isEqualTo(
                        "What was bought is kept at the rate at which it was bought, so its exchange loses nothing. "
                                + "The buyer is refunded in full, including the fee; the merchant bears what banks keep of a returned payout.");
        assertThat(reply.text("/data/2/unwind/detail"))
                .endsWith("The buyer is refunded in full, including the fee, less the loss of that sale and what banks"
                        + " keep of a returned payout.");
    }

    private void assertRejected(ApiReply reply, String... errors) {
        reply.assertInvalid(errors);
        assertThat(quotes.count(client.merchant())).isZero();
    }

    private ApiReply ask(String source, String sourceAmount, String destination, String destinationAmount) {
        return client.post(
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
