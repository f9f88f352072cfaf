package io.portolan.ledger.audit;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditReport;
import io.portolan.ledger.audit.replay.EventChain;
import io.portolan.ledger.audit.replay.Replay;
import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredBook;
import io.portolan.ledger.audit.stored.StoredHead;
import io.portolan.ledger.audit.stored.StoredPosting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies a stored book by replaying its events, and compares all that is stored beside them.
 *
 * <p>It cannot see that the whole book, from a wrong event to its head, was rewritten without a contradiction: only a hash of the head that is
 * kept elsewhere can.
 */
public final class ReplayAudit {
    private final StoredBook book;

    private ReplayAudit(StoredBook book) {
        this.book = book;
    }

    /** Reads the book once, and again where something differs, to say what. */
    public static AuditReport of(StoredBook book) {
        return new ReplayAudit(book).report();
    }

    private AuditReport report() {
        DerivedRowChecksums checksums = new DerivedRowChecksums();
        Replay replay = new Replay(new DerivedRowsOnly(checksums));
        book.forEachEvent(replay::replay);
        List<AuditFinding> findings = new ArrayList<>(headOf(replay));
        PostingChain chain = new PostingChain(replay.accounts());
        book.forEachPosting(chain::check);
        book.forEachDerivedRow(checksums::addStored);
        findings.addAll(0, replay.findings().first());
        findings.addAll(differences(replay, chain.differingAccounts(), checksums.differingBuckets()));
        return new AuditReport(
                "replay", replay.events(), chain.postings(), replay.accounts().size(), replay.days(), findings);
    }

    private List<AuditFinding> headOf(Replay replay) {
        StoredHead head = book.head();
        if (replay.endsAt(head)) {
            return List.of();
        }
        AuditFinding.RowId id = new AuditFinding.RowId.OfDerivedRow("book_head", "");
        return List.of(new AuditFinding(id, replay.describeEnd(), EventChain.describe(head), null));
    }

    private List<AuditFinding> differences(Replay replay, Map<String, AuditFinding> accounts, Set<Integer> buckets) {
        if (accounts.isEmpty() && buckets.isEmpty()) {
            return List.of();
        }
        DerivedRowDifferences derivedRows = new DerivedRowDifferences(buckets);
        List<AuditFinding> findings =
                new ArrayList<>(new DifferenceLocator(book, accounts, derivedRows).findings(replay.findings()));
        derivedRows.findings(accounts.keySet()).stream()
                .filter(finding -> !replay.findings().areDayTotalsUnreliable() || !isIn("book_day_balance", finding))
                .filter(finding -> !replay.findings().isAnyEventWrong() || !isIn("book_payment_balance", finding))
                .forEach(findings::add);
        return findings;
    }

    private static boolean isIn(String table, AuditFinding finding) {
        return finding.row() instanceof AuditFinding.RowId.OfDerivedRow row
                && row.table().equals(table);
    }

    /** For postings, comparing the last one of each account is enough. */
    private record DerivedRowsOnly(DerivedRowChecksums checksums) implements Replay.ExpectedRows {
        @Override
        public void expectPosting(StoredPosting expected) {}

        @Override
        public void expectDerivedRow(DerivedRow expected) {
            checksums.addExpected(expected);
        }
    }
}
