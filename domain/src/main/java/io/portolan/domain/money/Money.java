package io.portolan.domain.money;

import java.math.BigDecimal;

/** An exact amount of one currency, as whole minor units. Arithmetic never rounds, never mixes currencies and throws on overflow. */
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {
    /** No amount reaches this many minor units: the API's bound, and room enough for sums of a long. */
    public static final long LIMIT = 1_000_000_000_000_000L;

    public static Money of(Currency currency, long minorUnits) {
        return new Money(currency, minorUnits);
    }

    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /**
     * Reads a decimal amount such as {@code 7200.00}.
     *
     * @throws IllegalArgumentException if it is not a plain decimal, has more decimals than the currency, or is beyond {@link #LIMIT}
     */
    public static Money parse(Currency currency, String decimal) {
        if (!decimal.matches("-?[0-9]{1,16}(\\.[0-9]{1,3})?")) {
            throw new IllegalArgumentException("not a decimal amount: " + decimal);
        }
        BigDecimal amount = new BigDecimal(decimal);
        if (amount.scale() > currency.exponent()) {
            throw new IllegalArgumentException("%s has %d decimals, but %s has %d"
                    .formatted(decimal, amount.scale(), currency, currency.exponent()));
        }
        BigDecimal minor = amount.movePointRight(currency.exponent());
        if (minor.abs().compareTo(BigDecimal.valueOf(LIMIT)) >= 0) {
            throw new IllegalArgumentException(decimal + " is too large");
        }
        return new Money(currency, minor.longValueExact());
    }

    /** @throws ArithmeticException on overflow */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.addExact(minorUnits, other.minorUnits));
    }

    /** @throws ArithmeticException on overflow */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.subtractExact(minorUnits, other.minorUnits));
    }

    public Money negated() {
        return new Money(currency, Math.negateExact(minorUnits));
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    /** The amount in major units, with exactly the currency's decimals. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, currency.exponent());
    }

    /** Rejects another currency. */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    /** For people, such as {@code 7200.00 CNY}. */
    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
    }
}
