package io.portolan.db.audit;

import io.portolan.db.transaction.Transactions;
import io.portolan.ledger.audit.AuditReport;
import io.portolan.ledger.audit.FoldAudit;
import org.jooq.DSLContext;

/**
 * Verifies the stored book, while others may be posting: each way looks at the book of one moment. Nothing is repaired.
 *
 * <p>Reading a large book takes minutes, during which the server keeps what it would otherwise purge.
 */
public final class BookAudit {
    private static final long EVENTS_A_PAGE = 20_000;
    private static final long LINES_A_PAGE = 50_000;

    private final Transactions transactions;

    public BookAudit(Transactions transactions) {
        this.transactions = transactions;
    }

    /** By folding the events anew in Java, which sees every stored value. */
    public AuditReport byFold() {
        return transactions.snapshot(() -> FoldAudit.of(new JdbcBook(transactions.sql())));
    }

    /**
     * By statements that find the first wrong row themselves. They see what the fold sees but for two things: whether an account is frozen, and the
     * Merkle root of a closed date.
     */
    public AuditReport bySql() {
        return bySql(EVENTS_A_PAGE, LINES_A_PAGE);
    }

    AuditReport bySql(long eventsAPage, long linesAPage) {
        DSLContext sql = transactions.sql();
        return transactions.snapshot(() -> new SqlAudit(sql, new Pages(sql, eventsAPage, linesAPage)).report());
    }
}
