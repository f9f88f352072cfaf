package io.portolan.simulators.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An exact amount of one currency in whole minor units. Overflow throws and never wraps. */
public record Money(Currency currency, long minorUnits) {

    /** This many digits fit into a long, with room for thousands of additions. */
    private static final int MAX_DIGITS = 15;

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]*)(?:\\.([0-9]+))?");

    /** Reads a decimal that has exactly the currency's decimals and no sign; empty for anything else. */
    public static Optional<Money> parse(String decimal, Currency currency) {
        if (decimal.length() > MAX_DIGITS + 1) {
            return Optional.empty();
        }
        var match = DECIMAL.matcher(decimal);
        if (!match.matches() || decimalsIn(match.group(2)) != currency.decimals()) {
            return Optional.empty();
        }
        return Optional.of(
                new Money(currency, new BigDecimal(decimal).unscaledValue().longValueExact()));
    }

    /** The amount in major units with exactly the currency's decimals. */
    public String decimal() {
        return BigDecimal.valueOf(minorUnits, currency.decimals()).toPlainString();
    }

    public Money minus(Money other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException(currency + " minus " + other.currency);
        }
        return new Money(currency, Math.subtractExact(minorUnits, other.minorUnits));
    }

    /** This percentage of the amount, rounded down. */
    public Money percent(int percent) {
        return new Money(currency, Math.multiplyExact(minorUnits, percent) / 100);
    }

    private static int decimalsIn(@Nullable String fraction) {
        return fraction == null ? 0 : fraction.length();
    }
}
