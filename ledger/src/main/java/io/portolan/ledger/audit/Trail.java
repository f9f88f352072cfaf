package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.StoredLine;
import java.util.Arrays;

/** One account's stored lines, boiled down to eight bytes each: the beginnings of the hashes that the lines' columns add up to, chained from the start. */
final class Trail {
    private static final int RADIX = 16;

    private final Sha256 sha = new Sha256();
    private String hash = Sha256.START;
    private long[] beginnings = new long[1_024];
    private int size;
    private int agreed;

    void add(StoredLine stored) {
        hash = sha.of(stored.hashedText(hash));
        if (size == beginnings.length) {
            beginnings = Arrays.copyOf(beginnings, size * 2);
        }
        // A stored hash that is wrong by itself differs, too.
        beginnings[size] = stored.hash().equals(hash) ? beginningOf(hash) : ~beginningOf(hash);
        size++;
    }

    /** Compares the account's next expected line; whether the stored one there is another, or none. */
    boolean differsAt(StoredLine expected) {
        boolean differs = agreed == size || beginnings[agreed] != beginningOf(expected.hash());
        agreed += differs ? 0 : 1;
        return differs;
    }

    /** How many lines agreed so far. */
    int agreed() {
        return agreed;
    }

    boolean isExhausted() {
        return agreed == size;
    }

    private static long beginningOf(String hash) {
        return Long.parseUnsignedLong(hash, 0, RADIX, RADIX);
    }
}
