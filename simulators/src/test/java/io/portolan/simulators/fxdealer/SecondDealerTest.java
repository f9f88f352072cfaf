package io.portolan.simulators.fxdealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.DealerClient;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.TestHttp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second dealer trades over the same accounts, and knows nothing of the first one's quotes, trades and secret. */
class SecondDealerTest {

    private static final String SELL_YUAN = """
            {"sell_currency":"CNY","sell_amount":716400,"buy_currency":"USD"}""";

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final DealerClient first = simulators.dealer();
    private final DealerClient second = simulators.secondDealer();
    private final String key = SimulatorExtension.newKey();

    @Test
    void quotesSlightlyWorse() {
        var better = first.quote(SELL_YUAN);
        var worse = second.quote(SELL_YUAN);

        assertThat(better.text("rate")).isEqualTo("0.13882");
        assertThat(worse.text("rate")).isEqualTo("0.13875");
        assertThat(worse.text("mid_rate")).isEqualTo(better.text("mid_rate"));
        assertThat(worse.json().get("buy_amount").longValue()).isEqualTo(99_400);
    }

    @Test
    void tradesOverTheSameAccounts() {
        assertThat(second.trade(key, second.quoteId(""), "ORD-1").status()).isEqualTo(202);

        var executed = second.await(key, "executed");

        assertThat(executed.json().get("orders").toString())
                .contains("\"from_account\":\"D-CNY\",\"to_account\":\"DEALER-CNY\"")
                .contains("\"from_account\":\"DEALER-USD\",\"to_account\":\"D-USD\"");
        assertThat(simulators.international().entries("D-USD", key))
                .containsExactly("FX CRDT 994.00 " + executed.text("trade_id"));
    }

    @Test
    void callsBackAtItsOwnAddressSignedWithItsOwnSecret() {
        second.trade(key, second.quoteId(""), "ORD-1");

        var call = simulators.callbacks.await(key, 1).getFirst();

        assertThat(call.target()).isEqualTo("/callbacks/dealer-2");
        var header = call.headers().get("x-dealer-signature");
        var seconds = Long.parseLong(header.substring(2, header.indexOf(',')));
        assertThat(header)
                .endsWith(",v1="
                        + DealerClient.signature(
                                seconds, "dealer-2-demo-secret", "POST./callbacks/dealer-2", call.body()));
    }

    @Test
    void knowsNothingOfTheOthersTradesAndQuotes() {
        first.trade(key, first.quoteId(""), "ORD-1");

        assertThat(second.inquire(key).text("error/code")).isEqualTo("trade_unknown");
        assertThat(second.trade(key, first.quoteId(""), "ORD-1").text("error/code"))
                .isEqualTo("quote_unknown");
        assertThat(first.trade(key + "2", second.quoteId(""), "ORD-1").text("error/code"))
                .isEqualTo("quote_unknown");
    }

    @Test
    void tradesUnderAKeyThatTheOtherHasUsed() {
        first.trade(key, first.quoteId(""), "ORD-1");

        assertThat(second.trade(key, second.quoteId(""), "ORD-1").status()).isEqualTo(202);
    }

    @Test
    void rejectsTheOthersSecret() {
        var impostor = new DealerClient(simulators.port(), "/dealer-2", DealerClient.SECRET);

        assertThat(impostor.quote(SELL_YUAN).status()).isEqualTo(401);
    }

    @Test
    void rejectsASignatureForTheOthersPath() {
        var headers = Map.of(
                "X-Dealer-Signature",
                DealerClient.header(Instant.now(), second.secret(), "POST./fx/v2/quotes", SELL_YUAN));

        var response =
                TestHttp.send(simulators.port(), "POST", "/dealer-2/fx/v2/quotes", headers, TestHttp.bytes(SELL_YUAN));

        assertThat(response.status()).isEqualTo(401);
    }

    @Test
    void rejectsATradeAtOnce() {
        var rejected = second.trade(key, second.quoteId(""), "ORD-FX2-REJECT");

        assertThat(rejected.status()).isEqualTo(422);
        assertThat(rejected.text("error/code")).isEqualTo("credit_limit");
        assertThat(first.trade(key, first.quoteId(""), "ORD-FX2-REJECT").status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FX-REJECT", "FX-NEVER", "FX-LOST", "FX-EXPIRED", "FX-MOVED", "FX-CLOSED"})
    void hasNoneOfTheOthersScenarios(String reference) {
        assertThat(second.trade(key, second.quoteId(reference), reference).status())
                .isEqualTo(202);

        second.await(key, "executed");
    }
}
