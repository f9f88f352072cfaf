package io.portolan.db.audit;

import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ledger.AuditReport;
import io.portolan.domain.ledger.BookAudit;
import io.portolan.ledger.audit.ReplayAudit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/**
 * Verifies the stored book, while others may be posting: each way looks at the book of one moment. Nothing is repaired.
 *
 * <p>Reading a large book takes minutes, during which the server keeps old row versions that it would otherwise purge.
 */
public final class JooqBookAudit implements BookAudit {
    private static final long EVENTS_PER_PAGE = 20_000;
    private static final long POSTINGS_PER_PAGE = 50_000;

    /** Counting the postings of an account that every payment posts to takes longer than a request may. */
    private static final int QUERY_TIMEOUT_MS = (int) TimeUnit.HOURS.toMillis(1);

    private final Transactions transactions;

    public JooqBookAudit(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<AuditReport> run() {
        return List.of(byReplay(), bySql());
    }

    /** By replaying the events in Java, which sees every stored value. */
    public AuditReport byReplay() {
        return withLongTimeout(() -> ReplayAudit.of(new JdbcBook(transactions.sql())));
    }

    /**
     * By statements that find the first wrong row themselves. They see what the replay sees except for two things: whether an account is frozen, and
     * the Merkle root of a closed date.
     */
    public AuditReport bySql() {
        return bySql(EVENTS_PER_PAGE, POSTINGS_PER_PAGE);
    }

    AuditReport bySql(long eventsPerPage, long postingsPerPage) {
        DSLContext sql = transactions.sql();
        return withLongTimeout(() -> new SqlAudit(sql, new Pages(sql, eventsPerPage, postingsPerPage)).report());
    }

    /** The pool restores the time limit of the connection afterwards. */
    private AuditReport withLongTimeout(Supplier<AuditReport> audit) {
        return transactions.snapshot(() -> {
            transactions.sql().connection(connection -> connection.setNetworkTimeout(Runnable::run, QUERY_TIMEOUT_MS));
            return audit.get();
        });
    }
}
