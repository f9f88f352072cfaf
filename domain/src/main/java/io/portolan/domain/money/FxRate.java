package io.portolan.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Units of the destination currency for one unit of the source currency, both major, as an exact decimal.
 *
 * <p>Converting is the one place where Portolan rounds: down to whole minor units of what is bought, and up to whole minor units of what has to
 * be sold. That is the dealer's stated rule, so neither side gives away a fraction it does not have.
 */
public record FxRate(CurrencyPair pair, BigDecimal value) {
    private static final int MOST_DECIMALS = 10;

    public FxRate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate is positive, not " + value.toPlainString());
        }
        if (value.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("a rate has at most 10 decimals, not " + value.toPlainString());
        }
    }

    /** What a given source amount buys, rounded down. Rejects another currency; overflow is an {@link ArithmeticException}. */
    public Money convert(Money source) {
        requireCurrency(pair.source(), source);
        Currency bought = pair.destination();
        return minorUnits(bought, source.toDecimal().multiply(value).setScale(bought.exponent(), RoundingMode.DOWN));
    }

    /** The smallest source amount that buys at least this destination amount. */
    public Money sourceFor(Money destination) {
        requireCurrency(pair.destination(), destination);
        Currency sold = pair.source();
        return minorUnits(sold, destination.toDecimal().divide(value, sold.exponent(), RoundingMode.UP));
    }

    /** The plain decimal string, without trailing zeros. */
    public String toDecimalString() {
        return value.stripTrailingZeros().toPlainString();
    }

    private static Money minorUnits(Currency currency, BigDecimal major) {
        return new Money(currency, major.movePointRight(currency.exponent()).longValueExact());
    }

    private static void requireCurrency(Currency expected, Money given) {
        if (!expected.equals(given.currency())) {
            throw new IllegalArgumentException("the rate takes " + expected + ", not " + given.currency());
        }
    }
}
