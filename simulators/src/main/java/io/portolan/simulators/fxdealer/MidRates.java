package io.portolan.simulators.fxdealer;

import static io.portolan.simulators.money.Currency.CNY;
import static io.portolan.simulators.money.Currency.EUR;
import static io.portolan.simulators.money.Currency.JPY;
import static io.portolan.simulators.money.Currency.KWD;
import static io.portolan.simulators.money.Currency.USD;
import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The mid-market rates, which never move here: major units bought for one major unit sold. */
final class MidRates {

    private static final Map<CurrencyPair, BigDecimal> TABLE = Map.ofEntries(
            entry(new CurrencyPair(CNY, USD), new BigDecimal("0.13889")),
            entry(new CurrencyPair(CNY, EUR), new BigDecimal("0.12821")),
            entry(new CurrencyPair(CNY, JPY), new BigDecimal("20.833")),
            entry(new CurrencyPair(CNY, KWD), new BigDecimal("0.042553")),
            entry(new CurrencyPair(USD, CNY), new BigDecimal("7.2000")),
            entry(new CurrencyPair(USD, EUR), new BigDecimal("0.92308")),
            entry(new CurrencyPair(USD, JPY), new BigDecimal("150.00")),
            entry(new CurrencyPair(USD, KWD), new BigDecimal("0.30638")),
            entry(new CurrencyPair(EUR, CNY), new BigDecimal("7.8000")),
            entry(new CurrencyPair(EUR, USD), new BigDecimal("1.0833")),
            entry(new CurrencyPair(EUR, JPY), new BigDecimal("162.50")),
            entry(new CurrencyPair(EUR, KWD), new BigDecimal("0.33191")),
            entry(new CurrencyPair(JPY, CNY), new BigDecimal("0.048000")),
            entry(new CurrencyPair(JPY, USD), new BigDecimal("0.0066667")),
            entry(new CurrencyPair(JPY, EUR), new BigDecimal("0.0061538")),
            entry(new CurrencyPair(JPY, KWD), new BigDecimal("0.0020426")),
            entry(new CurrencyPair(KWD, CNY), new BigDecimal("23.500")),
            entry(new CurrencyPair(KWD, USD), new BigDecimal("3.2639")),
            entry(new CurrencyPair(KWD, EUR), new BigDecimal("3.0128")),
            entry(new CurrencyPair(KWD, JPY), new BigDecimal("489.58")));

    private MidRates() {}

    static Optional<BigDecimal> of(CurrencyPair pair) {
        return Optional.ofNullable(TABLE.get(pair));
    }
}
