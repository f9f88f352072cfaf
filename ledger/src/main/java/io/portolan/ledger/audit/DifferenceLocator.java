package io.portolan.ledger.audit;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.ledger.audit.replay.EventFindings;
import io.portolan.ledger.audit.replay.Replay;
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

/** Reads the book again for accounts that differ from the events, and names the first posting of each that differs, or the wrong event that is the cause. */
final class DifferenceLocator implements Replay.ExpectedRows {
    /** For the others, the finding of the first reading is reported. */
    private static final int MAX_ACCOUNTS = 20;

    private final StoredBook book;
    private final Map<String, AuditFinding> firstFindings;
    private final DerivedRowDifferences derivedRows;
    private final Map<String, PostingHashes> hashesByAccount = new HashMap<>();
    private final Map<String, StoredPosting> firstExpected = new HashMap<>();

    DifferenceLocator(StoredBook book, Map<String, AuditFinding> firstFindings, DerivedRowDifferences derivedRows) {
        this.book = book;
        this.firstFindings = firstFindings;
        this.derivedRows = derivedRows;
    }

    List<AuditFinding> findings(EventFindings eventFindings) {
        for (String account :
                firstFindings.keySet().stream().limit(MAX_ACCOUNTS).toList()) {
            PostingHashes hashes = new PostingHashes();
            book.forEachPostingOf(account, hashes::add);
            hashesByAccount.put(account, hashes);
        }
        Replay replay = new Replay(this);
        book.forEachEvent(replay::replay);
        replay.endsAt(book.head());
        book.forEachDerivedRow(derivedRows::addStored);
        List<AuditFinding> findings = new ArrayList<>();
        firstFindings.forEach(
                (account, first) -> findings.add(locate(account, eventFindings).orElse(first)));
        return findings;
    }

    @Override
    public void expectPosting(StoredPosting expected) {
        PostingHashes hashes = hashesByAccount.get(expected.account());
        if (hashes != null && !firstExpected.containsKey(expected.account()) && hashes.differsAt(expected)) {
            firstExpected.put(expected.account(), expected);
        }
    }

    @Override
    public void expectDerivedRow(DerivedRow expected) {
        derivedRows.addExpected(expected);
    }

    private Optional<AuditFinding> locate(String account, EventFindings eventFindings) {
        PostingHashes hashes = hashesByAccount.get(account);
        StoredPosting expected = firstExpected.get(account);
        if (hashes == null || (expected == null && hashes.isExhausted())) {
            return Optional.empty();
        }
        StoredPosting there = nthPosting(account, hashes.matched());
        if (expected == null) {
            return Optional.of(finding(null, there, eventFindings));
        }
        StoredPosting stored = book.posting(account, expected.sequence()).orElse(null);
        boolean isInTheWay = expected.equals(stored);
        return Optional.of(isInTheWay ? finding(null, there, eventFindings) : finding(expected, stored, eventFindings));
    }

    private @Nullable StoredPosting nthPosting(String account, int index) {
        List<StoredPosting> found = new ArrayList<>();
        int[] count = {0};
        book.forEachPostingOf(account, posting -> {
            if (count[0] == index) {
                found.add(posting);
            }
            count[0]++;
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    private static AuditFinding finding(
            @Nullable StoredPosting expected, @Nullable StoredPosting stored, EventFindings eventFindings) {
        StoredPosting any = expected == null ? stored : expected;
        if (any == null) {
            throw new IllegalStateException("the book changed while it was being read");
        }
        AuditFinding.RowId id = new AuditFinding.RowId.OfPosting(any.account(), any.sequence());
        AuditFinding.RowId row = eventFindings
                .at(any.position())
                .or(() -> stored == null ? Optional.empty() : eventFindings.at(stored.position()))
                .orElse(id);
        String prefix = row.equals(id) ? "" : id + " ";
        return AuditFinding.on(any.account(), row, prefix + text(expected, stored), text(stored, expected));
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
