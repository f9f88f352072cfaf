package io.portolan.simulators.fxdealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.simulators.testing.DealerClient;
import io.portolan.simulators.testing.Eventually;
import io.portolan.simulators.testing.SimulatorExtension;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealerTradesTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final DealerClient dealer = simulators.dealer();
    private final String key = SimulatorExtension.newKey();

    @Test
    void executesATradeAsTwoOrders() {
        var response = dealer.trade(key, dealer.quoteId(""), "ORD-1001");

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.text("status")).isEqualTo("pending");
        assertThat(response.text("client_trade_id")).isEqualTo(key);
        var settled = Eventually.get(
                () -> dealer.inquire(key).json(),
                trade -> !trade.get("settled_at").isNull());
        assertThat(settled.get("status").asString()).isEqualTo("executed");
        assertThat(settled.get("rate").asString()).isEqualTo("0.13882");
        assertThat(settled.get("reject_code").isNull()).isTrue();
        assertThat(LocalDate.parse(settled.get("value_date").asString())).isAfter(LocalDate.now(ZoneOffset.UTC));
        var orders = settled.get("orders");
        assertThat(orders).hasSize(2);
        assertThat(orders.get(0).toString())
                .contains(
                        "\"currency\":\"CNY\",\"amount\":716400,\"from_account\":\"D-CNY\",\"to_account\":\"DEALER-CNY\"");
        assertThat(orders.get(1).toString())
                .contains(
                        "\"currency\":\"USD\",\"amount\":99450,\"from_account\":\"DEALER-USD\",\"to_account\":\"D-USD\"");
    }

    @Test
    void knowsOnlyTheQuotesAmountsOfAPendingTrade() {
        dealer.trade(key, dealer.quoteId("FX-NEVER"), "");

        var pending = dealer.inquire(key).json();

        assertThat(pending.get("sell_amount").longValue()).isEqualTo(716_400);
        assertThat(pending.get("buy_amount").longValue()).isEqualTo(99_450);
        for (String later : new String[] {"executed_at", "settled_at", "value_date", "reject_code", "orders"}) {
            assertThat(pending.get(later).isNull()).as(later).isTrue();
        }
    }

    @Test
    void appearsInTheBanksStatements() {
        dealer.trade(key, dealer.quoteId(""), "");
        dealer.await(key, "executed");

        assertThat(simulators.international().statement("D-CNY").body())
                .contains(key)
                .contains("<AddtlNtryInf>FX<");
        assertThat(simulators.international().statement("D-USD").body())
                .contains(key)
                .contains("<AddtlNtryInf>FX<");
    }

    @Test
    void answersARepeatWithTheCurrentStatus() {
        var quote = dealer.quoteId("");
        var first = dealer.trade(key, quote, "ORD");
        dealer.await(key, "executed");

        var repeat = dealer.trade(key, quote, "ORD");

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.text("status")).isEqualTo("executed");
        assertThat(repeat.text("trade_id")).isEqualTo(first.text("trade_id"));
    }

    @Test
    void rejectsAKnownKeyWithAnotherQuote() {
        dealer.trade(key, dealer.quoteId(""), "");

        var other = dealer.trade(key, dealer.quoteId(""), "");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("error/code")).isEqualTo("duplicate_trade_id");
    }

    @Test
    void storesNothingForAnUnknownQuote() {
        var response = dealer.trade(key, "Q-unknown", "");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text("error/code")).isEqualTo("quote_unknown");
        assertThat(dealer.inquire(key).status()).isEqualTo(404);
        assertThat(dealer.inquire(key).text("error/code")).isEqualTo("trade_unknown");
    }

    @Test
    void rejectsAnExpiredQuoteForGood() {
        simulators.changeSettings("{\"quoteTtlMillis\":1}");
        var quote = dealer.quoteId("");
        simulators.changeSettings("{\"quoteTtlMillis\":900000}");
        Eventually.until(
                () -> dealer.trade(SimulatorExtension.newKey(), quote, "").status() == 410);

        var response = dealer.trade(key, quote, "");

        assertThat(response.status()).isEqualTo(410);
        assertThat(response.text("error/code")).isEqualTo("quote_expired");
        assertThat(dealer.trade(key, quote, "").status()).isEqualTo(410);
        assertThat(dealer.inquire(key).text("status")).isEqualTo("rejected");
        assertThat(dealer.inquire(key).text("reject_code")).isEqualTo("quote_expired");
    }

    @Test
    void tradesOnlyOnceAtOneQuote() {
        var quote = dealer.quoteId("");
        dealer.trade(key, quote, "");

        assertThat(dealer.trade(SimulatorExtension.newKey(), quote, "").status())
                .isEqualTo(410);
    }

    @Test
    void neverOverdrawsTheCustomersAccount() {
        var quote = dealer.quote("{\"sell_currency\":\"CNY\",\"sell_amount\":900000000000,\"buy_currency\":\"USD\"}");

        var response = dealer.trade(key, quote.text("quote_id"), "");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text("error/code")).isEqualTo("insufficient_funds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"quote_id\":1}", "{\"quote_id\":\"a\",\"amount\":1}"})
    void storesNothingOfAnInvalidRequest(String body) {
        var response = dealer.send("POST", DealerClient.TRADES, body, Map.of("Client-Trade-Id", key));

        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void storesNothingWithoutTheClientsId() {
        var body = "{\"quote_id\":\"" + dealer.quoteId("") + "\"}";

        assertThat(dealer.send("POST", DealerClient.TRADES, body, Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void rejectsATradeAtOnce() {
        var response = dealer.trade(key, dealer.quoteId(""), "ORD-FX-REJECT");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text("error/code")).isEqualTo("credit_limit");
        assertThat(dealer.inquire(key).text("reject_code")).isEqualTo("credit_limit");
    }

    @Test
    void rejectsATradeAfterAWhile() {
        assertThat(dealer.trade(key, dealer.quoteId(""), "FX-LATE-REJECT").status())
                .isEqualTo(202);

        assertThat(dealer.await(key, "rejected").text("reject_code")).isEqualTo("credit_limit");
    }

    @Test
    void booksASlowOneOnlyAfterTheSlowDelay() {
        var before = Instant.now();
        dealer.trade(key, dealer.quoteId("FX-SLOW"), "");

        var executed = dealer.await(key, "executed");

        assertThat(Instant.parse(executed.text("executed_at"))).isAfterOrEqualTo(before.plus(Duration.ofMillis(590)));
    }

    @Test
    void storesBeforeItLosesTheResponse() {
        var quote = dealer.quoteId("");

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> dealer.trade(key, quote, "FX-LOST"));

        dealer.await(key, "executed");
        assertThat(dealer.trade(key, quote, "FX-LOST").status()).isEqualTo(200);
    }

    @Test
    void callsBackBeforeItAnswers() {
        var response = dealer.trade(key, dealer.quoteId(""), "FX-EARLY-CALLBACK");

        assertThat(simulators.callbacks.callbacksFor(key)).isNotEmpty();
        assertThat(response.text("status")).isEqualTo("executed");
    }

    @Test
    void callsBackThreeTimesWithTheSameEvent() {
        dealer.trade(key, dealer.quoteId(""), "FX-TRIPLE-CALLBACK");

        var calls = simulators.callbacks.await(key, 4);

        assertThat(calls.stream().map(call -> call.text("event_id")).distinct()).hasSize(2);
    }
}
