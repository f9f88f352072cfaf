package io.portolan.ledger.audit;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredBook;
import io.portolan.ledger.audit.stored.StoredPosting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads the book again, for accounts that differ from the events, and names the first line of each that does: or the event that it differs because of. */
final class DifferenceLocator implements Replay.ExpectedRows {
    /** The others keep what was found about them at first sight. */
    private static final int MOST_ACCOUNTS = 20;

    private final StoredBook book;
    private final Map<String, AuditFinding> firstFindings;
    private final DerivedRowDifferences derivedRows;
    private final Map<String, PostingHashes> hashesByAccount = new HashMap<>();
    private final Map<String, StoredPosting> firstExpected = new HashMap<>();

    DifferenceLocator(StoredBook book, Map<String, AuditFinding> atFirstSight, DerivedRowDifferences facts) {
        this.book = book;
        this.firstFindings = atFirstSight;
        this.derivedRows = facts;
    }

    List<AuditFinding> findings(EventFindings faults) {
        for (String account :
                firstFindings.keySet().stream().limit(MOST_ACCOUNTS).toList()) {
            PostingHashes trail = new PostingHashes();
            book.forEachPostingOf(account, trail::add);
            hashesByAccount.put(account, trail);
        }
        Replay again = new Replay(this);
        book.forEachEvent(again::replay);
        again.endsAt(book.head());
        book.forEachDerivedRow(derivedRows::addStored);
        List<AuditFinding> findings = new ArrayList<>();
        firstFindings.forEach(
                (account, first) -> findings.add(locate(account, faults).orElse(first)));
        return findings;
    }

    @Override
    public void expectPosting(StoredPosting expected) {
        PostingHashes trail = hashesByAccount.get(expected.account());
        if (trail != null && !firstExpected.containsKey(expected.account()) && trail.differsAt(expected)) {
            firstExpected.put(expected.account(), expected);
        }
    }

    @Override
    public void expectDerivedRow(DerivedRow expected) {
        derivedRows.addExpected(expected);
    }

    private Optional<AuditFinding> locate(String account, EventFindings faults) {
        PostingHashes trail = hashesByAccount.get(account);
        StoredPosting expected = firstExpected.get(account);
        if (trail == null || (expected == null && trail.isExhausted())) {
            return Optional.empty();
        }
        StoredPosting there = nthPosting(account, trail.matched());
        if (expected == null) {
            return Optional.of(finding(null, there, faults));
        }
        StoredPosting stored = book.posting(account, expected.sequence()).orElse(null);
        boolean standsInTheWay = expected.equals(stored);
        return Optional.of(standsInTheWay ? finding(null, there, faults) : finding(expected, stored, faults));
    }

    private @Nullable StoredPosting nthPosting(String account, int index) {
        List<StoredPosting> found = new ArrayList<>();
        int[] count = {0};
        book.forEachPostingOf(account, line -> {
            if (count[0] == index) {
                found.add(line);
            }
            count[0]++;
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    private static AuditFinding finding(
            @Nullable StoredPosting expected, @Nullable StoredPosting stored, EventFindings faults) {
        StoredPosting any = expected == null ? stored : expected;
        if (any == null) {
            throw new IllegalStateException("the book changed while it was read");
        }
        AuditFinding.RowId line = new AuditFinding.RowId.OfPosting(any.account(), any.sequence());
        AuditFinding.RowId entry = faults.at(any.position())
                .or(() -> stored == null ? Optional.empty() : faults.at(stored.position()))
                .orElse(line);
        String prefix = entry.equals(line) ? "" : line + " ";
        return AuditFinding.on(any.account(), entry, prefix + text(expected, stored), text(stored, expected));
    }

    /** The columns in which one differs from the other; all of them, if there is no other. */
    private static String text(@Nullable StoredPosting one, @Nullable StoredPosting other) {
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
