package io.portolan.simulators.fxdealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.DealerClient;
import io.portolan.simulators.testing.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios of the dealer that only the first trade with a reference meets, whatever its key. */
class FirstTradeTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final DealerClient dealer = simulators.dealer();
    private final String key = SimulatorExtension.newKey();

    @ParameterizedTest
    @CsvSource({"FX-EXPIRED, 410, quote_expired", "FX-MOVED, 410, quote_expired", "FX-CLOSED, 422, dealer_closed"})
    void rejectsTheFirstTradeOnly(String word, int status, String code) {
        var reference = word + "-first";
        var quote = dealer.quoteId(reference);

        var first = dealer.trade(key, quote, reference);
        var second = dealer.trade(key + "2", quote, reference);

        assertThat(first.status()).isEqualTo(status);
        assertThat(first.text("error/code")).isEqualTo(code);
        assertThat(dealer.inquire(key).text("reject_code")).isEqualTo(code);
        assertThat(dealer.trade(key, quote, reference).status()).isEqualTo(status);
        assertThat(second.status()).isEqualTo(202);
        dealer.await(key + "2", "executed");
    }

    @ParameterizedTest
    @CsvSource({"FX-EXPIRED", "FX-CLOSED"})
    void rejectsTheFirstTradeOfEachReference(String word) {
        dealer.trade(key, dealer.quoteId(""), word + "-a");

        var other = dealer.trade(key + "2", dealer.quoteId(""), word + "-b");

        assertThat(other.status()).isIn(410, 422);
    }

    @Test
    void meetsTheScenarioOfItsQuoteToo() {
        var quote = dealer.quoteId("FX-CLOSED-quote");

        assertThat(dealer.trade(key, quote, "ORD-1").status()).isEqualTo(422);
        assertThat(dealer.trade(key + "2", quote, "FX-CLOSED-quote").status()).isEqualTo(202);
    }

    @Test
    void remembersTheFirstTradeOverARestart() {
        dealer.trade(key, dealer.quoteId(""), "FX-CLOSED-restart");

        simulators.restart();

        var restarted = simulators.dealer();
        assertThat(restarted
                        .trade(key + "2", restarted.quoteId(""), "FX-CLOSED-restart")
                        .status())
                .isEqualTo(202);
    }
}
