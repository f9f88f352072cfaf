package io.portolan.simulators.money;

import java.util.Arrays;
import java.util.Optional;

/** A currency with its number of decimals by ISO 4217. */
public enum Currency {
    CNY(2),
    USD(2),
    EUR(2),
    JPY(0),
    KWD(3);

    private final int decimals;

    Currency(int decimals) {
        this.decimals = decimals;
    }

    public int decimals() {
        return decimals;
    }

    public static Optional<Currency> of(String code) {
        return Arrays.stream(values())
                .filter(currency -> currency.name().equals(code))
                .findFirst();
    }
}
