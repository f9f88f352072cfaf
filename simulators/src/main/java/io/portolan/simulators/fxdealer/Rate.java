package io.portolan.simulators.fxdealer;

import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The customer's rate: the mid rate less the dealer's spread, cut to five significant digits. Every rounding here is in
 * the dealer's favour, so that no chain of trades can profit from rounding.
 */
record Rate(BigDecimal customer, BigDecimal mid) {

    private static final BigDecimal ADVERSE_MOVE_FACTOR = new BigDecimal("0.97");
    private static final MathContext RATE_PRECISION = new MathContext(5, RoundingMode.DOWN);
    private static final BigDecimal MAX_MINOR_UNITS = new BigDecimal("1000000000000");

    static Rate ofMid(BigDecimal mid, Dealer dealer) {
        return new Rate(mid.multiply(dealer.spreadFactor()).round(RATE_PRECISION), mid);
    }

    /** The mid rate after the market has moved by three per cent against the customer. */
    static BigDecimal afterAdverseMove(BigDecimal mid) {
        return mid.multiply(ADVERSE_MOVE_FACTOR);
    }

    /** What is bought for what is sold, rounded down; empty if it is zero or too large. */
    Optional<Money> buyAmount(Money sold, Currency currency) {
        var major = BigDecimal.valueOf(sold.minorUnits(), sold.currency().decimals());
        return money(major.multiply(customer).movePointRight(currency.decimals()), RoundingMode.DOWN, currency);
    }

    /** What must be sold to buy this amount, rounded up; empty if it is too large. */
    Optional<Money> sellAmount(Money bought, Currency currency) {
        var minor = BigDecimal.valueOf(bought.minorUnits(), bought.currency().decimals())
                .movePointRight(currency.decimals());
        return money(minor.divide(customer, 0, RoundingMode.UP), RoundingMode.UNNECESSARY, currency);
    }

    static boolean isInRange(long minorUnits) {
        return minorUnits > 0 && BigDecimal.valueOf(minorUnits).compareTo(MAX_MINOR_UNITS) <= 0;
    }

    private static Optional<Money> money(BigDecimal exact, RoundingMode rounding, Currency currency) {
        var whole = exact.setScale(0, rounding);
        return whole.signum() > 0 && whole.compareTo(MAX_MINOR_UNITS) <= 0
                ? Optional.of(new Money(currency, whole.longValueExact()))
                : Optional.empty();
    }
}
