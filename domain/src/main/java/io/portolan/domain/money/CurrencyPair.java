package io.portolan.domain.money;

/** Two different currencies: what is sold and what is bought. */
public record CurrencyPair(Currency source, Currency destination) {
    public CurrencyPair {
        if (source.equals(destination)) {
            throw new IllegalArgumentException("a pair needs two currencies, not " + source + " twice");
        }
    }

    public static CurrencyPair of(String source, String destination) {
        return new CurrencyPair(Currency.of(source), Currency.of(destination));
    }

    /** Such as {@code CNY/USD}. */
    @Override
    public String toString() {
        return source + "/" + destination;
    }
}
