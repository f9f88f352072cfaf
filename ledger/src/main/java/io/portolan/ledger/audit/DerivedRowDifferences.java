package io.portolan.ledger.audit;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.ledger.audit.stored.DerivedRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of some buckets of a {@link DerivedRowChecksums}, as expected and as stored, side by side. */
final class DerivedRowDifferences {
    private static final int MAX_BUCKETS = 16;

    private final Set<Integer> buckets;
    private final Map<String, DerivedRow> expected = new TreeMap<>();
    private final Map<String, DerivedRow> stored = new TreeMap<>();

    DerivedRowDifferences(Set<Integer> differing) {
        buckets = Set.copyOf(differing.stream().limit(MAX_BUCKETS).toList());
    }

    void addExpected(DerivedRow row) {
        addTo(expected, row);
    }

    void addStored(DerivedRow row) {
        addTo(stored, row);
    }

    /** The first difference of each account that is not known to differ already. */
    List<AuditFinding> findings(Set<String> known) {
        Set<String> accounts = new HashSet<>(known);
        Map<String, DerivedRow> all = new TreeMap<>(expected);
        stored.forEach(all::putIfAbsent);
        List<AuditFinding> findings = new ArrayList<>();
        all.forEach((key, row) -> {
            DerivedRow should = expected.get(key);
            DerivedRow is = stored.get(key);
            if (!Objects.equals(should, is) && accounts.add(row.account())) {
                AuditFinding.RowId id = new AuditFinding.RowId.OfDerivedRow(row.table(), row.key());
                findings.add(AuditFinding.on(row.account(), id, text(should), text(is)));
            }
        });
        return findings;
    }

    private void addTo(Map<String, DerivedRow> side, DerivedRow row) {
        if (buckets.contains(DerivedRowChecksums.bucketOf(row))) {
            side.put(row.table() + " " + row.key(), row);
        }
    }

    private static String text(@Nullable DerivedRow row) {
        return row == null ? "none" : row.toString();
    }
}
