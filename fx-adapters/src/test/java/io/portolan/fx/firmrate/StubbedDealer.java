package io.portolan.fx.firmrate;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** A dealer that answers what a test says, and what tests ask it for. */
final class StubbedDealer {
    static final String SECRET = "dealer-demo-secret";
    static final Instant NOW = Instant.parse("2026-11-21T08:15:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String KEY = "pay_0123456789ABCDEFGHJK/conversion/1";
    static final Currency CNY = Currency.of("CNY");
    static final Currency USD = Currency.of("USD");
    static final FirmRate RATE = rate(Money.of(CNY, 716400), Money.of(USD, 99450), "0.13882");
    static final TradeOrder TRADE = trade(RATE);
    static final List<NostroAccount> OUR_ACCOUNTS = Stream.of("CNY", "USD", "EUR", "JPY", "KWD")
            .map(code -> new NostroAccount("D", "D-" + code, Currency.of(code)))
            .toList();

    /** Long enough for a busy machine, short enough for a hung test. */
    private static final Duration LONG_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SHORT_TIMEOUT = Duration.ofMillis(300);

    private StubbedDealer() {}

    static WireMockServer startServer() {
        var server =
                new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        return server;
    }

    static FirmRateDealer longTimeoutClientOf(WireMockServer server) {
        return clientOf(URI.create(server.baseUrl()), LONG_TIMEOUT);
    }

    static FirmRateDealer shortTimeoutClientOf(WireMockServer server) {
        return clientOf(URI.create(server.baseUrl()), SHORT_TIMEOUT);
    }

    static FirmRateDealer shortTimeoutClientOf(int port) {
        return clientOf(URI.create("http://127.0.0.1:" + port), SHORT_TIMEOUT);
    }

    static FirmRateDealer longTimeoutClientOf(int port) {
        return clientOf(URI.create("http://127.0.0.1:" + port), LONG_TIMEOUT);
    }

    private static FirmRateDealer clientOf(URI dealer, Duration timeLimit) {
        return new FirmRateDealer(new DealerSettings(dealer, SECRET, OUR_ACCOUNTS, timeLimit), CLOCK);
    }

    static FirmRate rate(Money sell, Money buy, String rate) {
        var pair = new CurrencyPair(sell.currency(), buy.currency());
        return new FirmRate("q-1", sell, buy, new FxRate(pair, new BigDecimal(rate)), NOW.plusSeconds(60));
    }

    static TradeOrder trade(FirmRate rate) {
        return new TradeOrder(InstructionKey.parse(KEY), rate, "ORD-1001");
    }
}
