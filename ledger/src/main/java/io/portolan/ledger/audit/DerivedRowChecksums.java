package io.portolan.ledger.audit;

import io.portolan.ledger.audit.replay.Sha256;
import io.portolan.ledger.audit.stored.DerivedRow;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two sets of rows are the same, in memory that does not grow with them: rows are hashed and summed up in buckets, and where the sums of a
 * bucket differ, its rows must be compared one by one.
 */
final class DerivedRowChecksums {
    private static final int BUCKETS = 1_024;
    private static final int LANES = 4;

    private final Sha256 sha = new Sha256();
    private final long[] sums = new long[BUCKETS * LANES];

    void addExpected(DerivedRow row) {
        add(row, 1);
    }

    void addStored(DerivedRow row) {
        add(row, -1);
    }

    /** The buckets that differ. */
    Set<Integer> differingBuckets() {
        Set<Integer> buckets = new TreeSet<>();
        for (int lane = 0; lane < sums.length; lane++) {
            if (sums[lane] != 0) {
                buckets.add(lane / LANES);
            }
        }
        return buckets;
    }

    static int bucketOf(DerivedRow row) {
        return Math.floorMod(row.table().hashCode() * 31 + row.key().hashCode(), BUCKETS);
    }

    private void add(DerivedRow row, int sign) {
        ByteBuffer hash = ByteBuffer.wrap(sha.bytesOf(row.toString()));
        int first = bucketOf(row) * LANES;
        for (int lane = 0; lane < LANES; lane++) {
            sums[first + lane] += sign * hash.getLong();
        }
    }
}
