package io.portolan.simulators.fxdealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.DealerClient;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.TestHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DealerQuotesTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final DealerClient dealer = simulators.dealer();

    @Test
    void quotesTheDocumentedExample() {
        var response = dealer.quote(
                "{\"sell_currency\":\"CNY\",\"sell_amount\":716400,\"buy_currency\":\"USD\",\"reference\":\"ORD-1001\"}");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.text("rate")).isEqualTo("0.13882");
        assertThat(response.text("mid_rate")).isEqualTo("0.13889");
        assertThat(response.json().get("sell_amount").longValue()).isEqualTo(716_400);
        assertThat(response.json().get("buy_amount").longValue()).isEqualTo(99_450);
        assertThat(Instant.parse(response.text("expires_at")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(14)),
                        Instant.now().plus(Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @CsvSource({
        "CNY,USD,720000,99950",
        "USD,CNY,100000,719640",
        "CNY,EUR,720000,92260",
        "CNY,JPY,720000,149918",
        "JPY,CNY,149918,719246",
        "CNY,KWD,720000,306223",
        "KWD,CNY,306230,719273"
    })
    void roundsWhatIsBoughtDownToTheMinorUnit(String sell, String buy, long amount, long bought) {
        var response = dealer.quote(
                "{\"sell_currency\":\"%s\",\"sell_amount\":%d,\"buy_currency\":\"%s\"}".formatted(sell, amount, buy));

        assertThat(response.json().get("buy_amount").longValue()).isEqualTo(bought);
    }

    @ParameterizedTest
    @CsvSource({"CNY,USD,99450,716396", "CNY,JPY,100000,480262", "CNY,KWD,100000,235123"})
    void roundsWhatIsSoldUpToTheMinorUnit(String sell, String buy, long amount, long sold) {
        var response = dealer.quote(
                "{\"sell_currency\":\"%s\",\"buy_amount\":%d,\"buy_currency\":\"%s\"}".formatted(sell, amount, buy));

        assertThat(response.json().get("sell_amount").longValue()).isEqualTo(sold);
        assertThat(response.json().get("buy_amount").longValue()).isEqualTo(amount);
    }

    @Test
    void quotesThreePerCentWorseWhenTheMarketHasMoved() {
        var response = dealer.quote(
                "{\"sell_currency\":\"CNY\",\"sell_amount\":716400,\"buy_currency\":\"USD\",\"reference\":\"FX-MOVED-1\"}");

        assertThat(response.text("rate")).isEqualTo("0.13465");
    }

    @ParameterizedTest
    @CsvSource({"CNY,CNY", "CNY,GBP", "GBP,USD", "cny,USD"})
    void servesNoOtherPair(String sell, String buy) {
        var response = dealer.quote(
                "{\"sell_currency\":\"%s\",\"sell_amount\":1000,\"buy_currency\":\"%s\"}".formatted(sell, buy));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text("error/code")).isEqualTo("pair_not_served");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, 1, 1_000_000_000_001L, Long.MAX_VALUE})
    void rejectsAnAmountThatIsZeroOrTooLarge(long amount) {
        var response = dealer.quote(
                "{\"sell_currency\":\"CNY\",\"sell_amount\":%d,\"buy_currency\":\"USD\"}".formatted(amount));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.text("error/code")).isEqualTo("amount_out_of_range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"sell_currency\":\"CNY\",\"buy_currency\":\"USD\"}",
                "{\"sell_currency\":\"CNY\",\"buy_currency\":\"USD\",\"sell_amount\":1000,\"buy_amount\":1000}",
                "{\"sell_currency\":\"CNY\",\"buy_currency\":\"USD\",\"sell_amount\":\"1000\"}",
                "{\"sell_currency\":\"CNY\",\"buy_currency\":\"USD\",\"sell_amount\":1000.5}",
                "{\"sell_currency\":\"CNY\",\"buy_currency\":\"USD\",\"sell_amount\":1e30}",
                "{\"sell_currency\":\"CNY\",\"buy_currency\":\"USD\",\"sell_amount\":1000,\"extra\":1}"
            })
    void quotesNothingForAnInvalidRequest(String body) {
        var response = dealer.quote(body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text("error/code")).isEqualTo("malformed");
    }

    @Test
    void answersOnlyWhatIsSigned() {
        var body = "{\"sell_currency\":\"CNY\",\"sell_amount\":1000,\"buy_currency\":\"USD\"}";
        var wrong = DealerClient.header(Instant.now(), "another-secret", "POST./fx/v2/quotes", body);
        var expired =
                DealerClient.header(Instant.now().minusSeconds(301), DealerClient.SECRET, "POST./fx/v2/quotes", body);
        var otherBody = DealerClient.header(Instant.now(), DealerClient.SECRET, "POST./fx/v2/quotes", body + " ");
        var otherPath = DealerClient.header(Instant.now(), DealerClient.SECRET, "POST./fx/v2/trades", body);

        for (String header : new String[] {wrong, expired, otherBody, otherPath, "", "t=1", "t=x,v1=y"}) {
            var response = TestHttp.send(
                    simulators.port(),
                    "POST",
                    "/fx/v2/quotes",
                    Map.of("X-Dealer-Signature", header),
                    TestHttp.bytes(body));
            assertThat(response.status()).as(header).isEqualTo(401);
            assertThat(response.text("error/code")).isEqualTo("signature");
        }
    }
}
