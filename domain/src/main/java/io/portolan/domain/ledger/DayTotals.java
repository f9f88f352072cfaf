package io.portolan.domain.ledger;

import io.portolan.domain.money.Currency;
import java.math.BigInteger;
import java.util.List;

/**
 * The balances at the end of a business date: how many accounts changed on it, their balances summed by currency, and the root of a Merkle tree
 * over each one's sequence, balances and hash.
 */
public record DayTotals(int accounts, String merkleRoot, List<Total> totals) {
    public DayTotals {
        totals = List.copyOf(totals);
    }

    /** In minor units, however large; debits are positive. */
    public record Total(Currency currency, BigInteger posted, BigInteger held) {
        /** The sum with another total of the same currency. */
        public Total plus(Total other) {
            return new Total(currency, posted.add(other.posted), held.add(other.held));
        }

        @Override
        public String toString() {
            return currency + " " + posted + " " + held;
        }

        /** @throws IllegalArgumentException if the text is not that of a total */
        public static Total parse(String text) {
            String[] parts = text.split(" ", -1);
            return new Total(Currency.of(parts[0]), new BigInteger(parts[1]), new BigInteger(parts[2]));
        }
    }
}
