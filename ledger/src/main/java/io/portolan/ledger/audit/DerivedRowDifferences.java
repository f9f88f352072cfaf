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
    private static final int MOST_BUCKETS = 16;

    private final Set<Integer> buckets;
    private final Map<String, DerivedRow> expected = new TreeMap<>();
    private final Map<String, DerivedRow> stored = new TreeMap<>();

    DerivedRowDifferences(Set<Integer> differing) {
        buckets = Set.copyOf(differing.stream().limit(MOST_BUCKETS).toList());
    }

    void addExpected(DerivedRow fact) {
        keep(fact, expected);
    }

    void addStored(DerivedRow fact) {
        keep(fact, stored);
    }

    /** The first difference of each account that is not known to differ already. */
    List<AuditFinding> findings(Set<String> known) {
        Set<String> accounts = new HashSet<>(known);
        Map<String, DerivedRow> all = new TreeMap<>(expected);
        stored.forEach(all::putIfAbsent);
        List<AuditFinding> findings = new ArrayList<>();
        all.forEach((key, fact) -> {
            DerivedRow should = expected.get(key);
            DerivedRow is = stored.get(key);
            if (!Objects.equals(should, is) && accounts.add(fact.account())) {
                AuditFinding.RowId entry = new AuditFinding.RowId.OfDerivedRow(fact.table(), fact.key());
                findings.add(AuditFinding.on(fact.account(), entry, text(should), text(is)));
            }
        });
        return findings;
    }

    private void keep(DerivedRow fact, Map<String, DerivedRow> side) {
        if (buckets.contains(DerivedRowChecksums.bucketOf(fact))) {
            side.put(fact.table() + " " + fact.key(), fact);
        }
    }

    private static String text(@Nullable DerivedRow fact) {
        return fact == null ? "none" : fact.toString();
    }
}
