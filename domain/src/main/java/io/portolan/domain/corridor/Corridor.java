package io.portolan.domain.corridor;

import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import java.math.BigInteger;
import java.time.Duration;

/** A served currency pair. Limits are on the source amount, inclusive; the fee is part of it, in basis points, rounded half up. */
public record Corridor(
        CurrencyPair pair, Money minimum, Money maximum, int feeBasisPoints, Route route, Duration usualArrival) {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public Corridor {
        if (!minimum.isPositive() || maximum.compareTo(minimum) < 0) {
            throw new IllegalArgumentException(pair + " needs 0 < minimum <= maximum");
        }
        if (!minimum.currency().equals(pair.source())) {
            throw new IllegalArgumentException(pair + " has its limits in " + pair.source());
        }
        if (feeBasisPoints < 0 || feeBasisPoints > 1_000) {
            throw new IllegalArgumentException(pair + " needs a fee of 0 to 1000 basis points");
        }
        if (!route.collection().currency().equals(pair.source())
                || !route.dealerDestination().currency().equals(pair.destination())) {
            throw new IllegalArgumentException(pair + " has accounts of other currencies");
        }
    }

    /** The fee within a source amount. */
    public Money feeOf(Money source) {
        BigInteger twice =
                units(source).multiply(BigInteger.valueOf(2L * feeBasisPoints)).add(WHOLE);
        return new Money(source.currency(), twice.divide(WHOLE.shiftLeft(1)).longValueExact());
    }

    /** The smallest source amount that leaves at least {@code net} after its fee. */
    public Money sourceFor(Money net) {
        BigInteger rest = BigInteger.valueOf(10_000L - feeBasisPoints);
        long estimate = units(net).multiply(WHOLE).divide(rest).longValueExact();
        Money source = new Money(net.currency(), Math.max(0, estimate - 1));
        while (source.minus(feeOf(source)).compareTo(net) < 0) {
            source = source.plus(new Money(net.currency(), 1));
        }
        return source;
    }

    private static BigInteger units(Money money) {
        return BigInteger.valueOf(money.minorUnits());
    }
}
