package io.portolan.fx.firmrate;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Our secret, our accounts and what tests ask the dealer for. */
final class Samples {
    static final String SECRET = "dealer-demo-secret";
    static final Instant NOW = Instant.parse("2026-11-21T08:15:00Z");
    static final Instant SEND_UNTIL = NOW.plusSeconds(60);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String KEY = "pay_0123456789ABCDEFGHJK/1/3/1";
    static final Currency CNY = Currency.of("CNY");
    static final Currency USD = Currency.of("USD");
    static final FirmRate RATE = rate(Money.of(CNY, 716400), Money.of(USD, 99450), "0.13882");
    static final TradeOrder TRADE = trade(RATE);
    static final List<NostroAccount> OUR_ACCOUNTS = Stream.of("CNY", "USD", "EUR", "JPY", "KWD")
            .map(code -> new NostroAccount("D", "D-" + code, Currency.of(code)))
            .toList();

    private Samples() {}

    static FirmRate rate(Money sell, Money buy, String rate) {
        var pair = new CurrencyPair(sell.currency(), buy.currency());
        return new FirmRate("q-1", sell, buy, new FxRate(pair, new BigDecimal(rate)), NOW.plusSeconds(60));
    }

    static TradeOrder trade(FirmRate rate) {
        return new TradeOrder(InstructionKey.parse(KEY), rate, "ORD-1001", SEND_UNTIL);
    }
}
