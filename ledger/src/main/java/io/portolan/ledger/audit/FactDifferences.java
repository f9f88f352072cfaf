package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.StoredFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of some buckets of a {@link FactTally}, as expected and as stored, side by side. */
final class FactDifferences {
    private static final int MOST_BUCKETS = 16;

    private final Set<Integer> buckets;
    private final Map<String, StoredFact> expected = new TreeMap<>();
    private final Map<String, StoredFact> stored = new TreeMap<>();

    FactDifferences(Set<Integer> differing) {
        buckets = Set.copyOf(differing.stream().limit(MOST_BUCKETS).toList());
    }

    void expect(StoredFact fact) {
        keep(fact, expected);
    }

    void find(StoredFact fact) {
        keep(fact, stored);
    }

    /** The first difference of each account that is not known to differ already. */
    List<Finding> findings(Set<String> known) {
        Set<String> accounts = new HashSet<>(known);
        Map<String, StoredFact> all = new TreeMap<>(expected);
        stored.forEach(all::putIfAbsent);
        List<Finding> findings = new ArrayList<>();
        all.forEach((key, fact) -> {
            StoredFact should = expected.get(key);
            StoredFact is = stored.get(key);
            if (!Objects.equals(should, is) && accounts.add(fact.account())) {
                Finding.Entry entry = new Finding.Entry.OfFact(fact.table(), fact.key());
                findings.add(Finding.on(fact.account(), entry, text(should), text(is)));
            }
        });
        return findings;
    }

    private void keep(StoredFact fact, Map<String, StoredFact> side) {
        if (buckets.contains(FactTally.bucketOf(fact))) {
            side.put(fact.table() + " " + fact.key(), fact);
        }
    }

    private static String text(@Nullable StoredFact fact) {
        return fact == null ? "none" : fact.toString();
    }
}
