package io.portolan.ledger.audit;

import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredBook;
import io.portolan.ledger.audit.stored.StoredHead;
import io.portolan.ledger.audit.stored.StoredPosting;
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
public final class ReplayAudit {
    private final StoredBook book;

    private ReplayAudit(StoredBook book) {
        this.book = book;
    }

    /** Reads the book once; and once more where something differs, to say what. */
    public static AuditReport of(StoredBook book) {
        return new ReplayAudit(book).report();
    }

    private AuditReport report() {
        DerivedRowChecksums tally = new DerivedRowChecksums();
        Replay fold = new Replay(new DerivedRowsOnly(tally));
        book.forEachEvent(fold::replay);
        List<Finding> findings = new ArrayList<>(headOf(fold));
        PostingChain lines = new PostingChain(fold.accounts());
        book.forEachPosting(lines::check);
        book.forEachDerivedRow(tally::addStored);
        findings.addAll(0, fold.findings().first());
        findings.addAll(differences(fold, lines.differingAccounts(), tally.differingBuckets()));
        return new AuditReport(
                "fold", fold.events(), lines.postings(), fold.accounts().size(), fold.days(), findings);
    }

    private List<Finding> headOf(Replay fold) {
        StoredHead head = book.head();
        if (fold.endsAt(head)) {
            return List.of();
        }
        Finding.RowId entry = new Finding.RowId.OfDerivedRow("book_head", "");
        return List.of(new Finding(entry, fold.describeEnd(), EventChain.describe(head), null));
    }

    private List<Finding> differences(Replay fold, Map<String, Finding> accounts, Set<Integer> buckets) {
        if (accounts.isEmpty() && buckets.isEmpty()) {
            return List.of();
        }
        DerivedRowDifferences facts = new DerivedRowDifferences(buckets);
        List<Finding> findings =
                new ArrayList<>(new DifferenceLocator(book, accounts, facts).findings(fold.findings()));
        facts.findings(accounts.keySet()).stream()
                .filter(finding -> !fold.findings().areDayTotalsUnreliable() || !isOfDay(finding))
                .forEach(findings::add);
        return findings;
    }

    private static boolean isOfDay(Finding finding) {
        return finding.row() instanceof Finding.RowId.OfDerivedRow fact
                && fact.table().equals("book_day_balance");
    }

    /** Lines need no more than the accounts' ends. */
    private record DerivedRowsOnly(DerivedRowChecksums checksums) implements Replay.ExpectedRows {
        @Override
        public void expectPosting(StoredPosting expected) {}

        @Override
        public void expectDerivedRow(DerivedRow expected) {
            checksums.addExpected(expected);
        }
    }
}
