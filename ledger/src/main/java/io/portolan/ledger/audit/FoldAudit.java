package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.StoredBook;
import io.portolan.ledger.audit.stored.StoredFact;
import io.portolan.ledger.audit.stored.StoredHead;
import io.portolan.ledger.audit.stored.StoredLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies a stored book by folding its events anew, and compares all that is stored beside them.
 *
 * <p>It cannot see that the whole book, from a wrong event to its head, was written anew without a contradiction: only a hash of the head that is
 * kept elsewhere can.
 */
public final class FoldAudit {
    private final StoredBook book;

    private FoldAudit(StoredBook book) {
        this.book = book;
    }

    /** Reads the book once; and once more where something differs, to say what. */
    public static AuditReport of(StoredBook book) {
        return new FoldAudit(book).report();
    }

    private AuditReport report() {
        FactTally tally = new FactTally();
        Fold fold = new Fold(new Counting(tally));
        book.forEachEvent(fold::take);
        List<Finding> findings = new ArrayList<>(headOf(fold));
        LineChain lines = new LineChain(fold.accounts());
        book.forEachLine(lines::take);
        book.forEachFact(tally::find);
        findings.addAll(0, fold.faults().first());
        findings.addAll(differences(fold, lines.suspects(), tally.differing()));
        return new AuditReport(
                "fold", fold.events(), lines.lines(), fold.accounts().size(), fold.days(), findings);
    }

    private List<Finding> headOf(Fold fold) {
        StoredHead head = book.head();
        if (fold.endsAt(head)) {
            return List.of();
        }
        Finding.Entry entry = new Finding.Entry.OfFact("book_head", "");
        return List.of(new Finding(entry, fold.describeEnd(), EventChain.describe(head), null));
    }

    private List<Finding> differences(Fold fold, Map<String, Finding> accounts, Set<Integer> buckets) {
        if (accounts.isEmpty() && buckets.isEmpty()) {
            return List.of();
        }
        FactDifferences facts = new FactDifferences(buckets);
        List<Finding> findings = new ArrayList<>(new SecondLook(book, accounts, facts).findings(fold.faults()));
        facts.findings(accounts.keySet()).stream()
                .filter(finding -> !fold.faults().blursDays() || !isOfDay(finding))
                .forEach(findings::add);
        return findings;
    }

    private static boolean isOfDay(Finding finding) {
        return finding.entry() instanceof Finding.Entry.OfFact fact
                && fact.table().equals("book_day");
    }

    /** Lines need no more than the accounts' ends. */
    private record Counting(FactTally tally) implements Fold.Watch {
        @Override
        public void line(StoredLine expected) {}

        @Override
        public void fact(StoredFact expected) {
            tally.expect(expected);
        }
    }
}
