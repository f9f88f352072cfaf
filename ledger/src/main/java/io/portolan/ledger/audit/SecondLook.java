package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.StoredBook;
import io.portolan.ledger.audit.stored.StoredFact;
import io.portolan.ledger.audit.stored.StoredLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads the book again, for accounts that differ from the events, and names the first line of each that does: or the event that it differs because of. */
final class SecondLook implements Fold.Watch {
    /** The others keep what was found about them at first sight. */
    private static final int MOST_ACCOUNTS = 20;

    private final StoredBook book;
    private final Map<String, Finding> atFirstSight;
    private final FactDifferences facts;
    private final Map<String, Trail> trails = new HashMap<>();
    private final Map<String, StoredLine> firstExpected = new HashMap<>();

    SecondLook(StoredBook book, Map<String, Finding> atFirstSight, FactDifferences facts) {
        this.book = book;
        this.atFirstSight = atFirstSight;
        this.facts = facts;
    }

    List<Finding> findings(EventFaults faults) {
        for (String account :
                atFirstSight.keySet().stream().limit(MOST_ACCOUNTS).toList()) {
            Trail trail = new Trail();
            book.forEachLineOf(account, trail::add);
            trails.put(account, trail);
        }
        Fold again = new Fold(this);
        book.forEachEvent(again::take);
        again.endsAt(book.head());
        book.forEachFact(facts::find);
        List<Finding> findings = new ArrayList<>();
        atFirstSight.forEach(
                (account, first) -> findings.add(lookAt(account, faults).orElse(first)));
        return findings;
    }

    @Override
    public void line(StoredLine expected) {
        Trail trail = trails.get(expected.account());
        if (trail != null && !firstExpected.containsKey(expected.account()) && trail.differsAt(expected)) {
            firstExpected.put(expected.account(), expected);
        }
    }

    @Override
    public void fact(StoredFact expected) {
        facts.expect(expected);
    }

    private Optional<Finding> lookAt(String account, EventFaults faults) {
        Trail trail = trails.get(account);
        StoredLine expected = firstExpected.get(account);
        if (trail == null || (expected == null && trail.isExhausted())) {
            return Optional.empty();
        }
        StoredLine there = nth(account, trail.agreed());
        if (expected == null) {
            return Optional.of(finding(null, there, faults));
        }
        StoredLine stored = book.line(account, expected.sequence()).orElse(null);
        boolean standsInTheWay = expected.equals(stored);
        return Optional.of(standsInTheWay ? finding(null, there, faults) : finding(expected, stored, faults));
    }

    private @Nullable StoredLine nth(String account, int index) {
        List<StoredLine> found = new ArrayList<>();
        int[] count = {0};
        book.forEachLineOf(account, line -> {
            if (count[0] == index) {
                found.add(line);
            }
            count[0]++;
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Finding finding(@Nullable StoredLine expected, @Nullable StoredLine stored, EventFaults faults) {
        StoredLine any = expected == null ? stored : expected;
        if (any == null) {
            throw new IllegalStateException("the book changed while it was read");
        }
        Finding.Entry line = new Finding.Entry.OfLine(any.account(), any.sequence());
        Finding.Entry entry = faults.at(any.position())
                .or(() -> stored == null ? Optional.empty() : faults.at(stored.position()))
                .orElse(line);
        String prefix = entry.equals(line) ? "" : line + " ";
        return Finding.on(any.account(), entry, prefix + text(expected, stored), text(stored, expected));
    }

    /** The columns in which one differs from the other; all of them, if there is no other. */
    private static String text(@Nullable StoredLine one, @Nullable StoredLine other) {
        if (one == null) {
            return "none";
        }
        Map<String, Object> others = other == null ? Map.of() : other.columns();
        Map<String, Object> differing = new LinkedHashMap<>(one.columns());
        differing.entrySet().removeIf(column -> column.getValue().equals(others.get(column.getKey())));
        StringJoiner text = new StringJoiner(", ");
        differing.forEach((column, value) -> text.add(column + " " + value));
        return text.toString();
    }
}
