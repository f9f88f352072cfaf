package io.portolan.domain.fx;

import io.portolan.domain.money.Money;

/** What the buyer pays in all, our fee within it, and the firm rate that the rest is sold at. */
public record Price(Money source, Money fee, FirmRate firmRate) {
    public Price {
        if (!source.minus(fee).equals(firmRate.sell())) {
            throw new IllegalArgumentException("source less fee is what is sold");
        }
    }

    /** What the dealer is sold. */
    public Money net() {
        return firmRate.sell();
    }

    /** What the seller gets. */
    public Money destination() {
        return firmRate.buy();
    }

    /** Whether another firm rate still gives the seller enough: at least the destination less the tolerated basis points of it. */
    public boolean tolerates(FirmRate other, int basisPoints) {
        long tolerated = destination().minorUnits() / 10_000 * basisPoints
                + destination().minorUnits() % 10_000 * basisPoints / 10_000;
        Money least = destination().minus(new Money(destination().currency(), tolerated));
        return other.sell().equals(net()) && other.buy().compareTo(least) >= 0;
    }
}
