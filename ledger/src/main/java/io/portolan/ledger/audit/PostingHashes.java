package io.portolan.ledger.audit;

import io.portolan.ledger.audit.replay.Sha256;
import io.portolan.ledger.audit.stored.StoredPosting;
import java.util.Arrays;

/** One account's stored postings in eight bytes each: the prefix of the hash that follows from the columns, chained from the first posting. */
final class PostingHashes {
    private static final int RADIX = 16;

    private final Sha256 sha = new Sha256();
    private String hash = Sha256.ZERO_HASH;
    private long[] prefixes = new long[1_024];
    private int size;
    private int matched;

    void add(StoredPosting stored) {
        hash = sha.of(stored.hashedText(hash));
        if (size == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, size * 2);
        }
        // A stored hash that is wrong by itself differs, too.
        prefixes[size] = stored.hash().equals(hash) ? prefixOf(hash) : ~prefixOf(hash);
        size++;
    }

    /** Compares the account's next expected posting; whether the stored one there is another, or none. */
    boolean differsAt(StoredPosting expected) {
        boolean differs = matched == size || prefixes[matched] != prefixOf(expected.hash());
        matched += differs ? 0 : 1;
        return differs;
    }

    /** How many postings matched so far. */
    int matched() {
        return matched;
    }

    boolean isExhausted() {
        return matched == size;
    }

    private static long prefixOf(String hash) {
        return Long.parseUnsignedLong(hash, 0, RADIX, RADIX);
    }
}
