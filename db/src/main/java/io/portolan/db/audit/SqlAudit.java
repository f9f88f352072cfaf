package io.portolan.db.audit;

import io.portolan.ledger.audit.AuditReport;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Asks the server itself what is wrong, in pages that bound what one statement works on. */
final class SqlAudit {
    private static final int MOST_MOVES = 900;

    private final DSLContext sql;
    private final Pages pages;
    private final SqlFindings findings = new SqlFindings();

    SqlAudit(DSLContext sql, Pages pages) {
        this.sql = sql;
        this.pages = pages;
    }

    /** Events go first: lines that disagree with a wrong event are not wrong themselves. */
    AuditReport report() {
        pages.forEachOfEvents(this::events);
        findings.addAll(sql.fetch(FactStatements.HEAD));
        pages.forEachOfLines(this::lines);
        pages.forEachOfEvents(this::movements);
        pages.forEachOfAccounts((first, last) ->
                FactStatements.BY_ACCOUNT.forEach(statement -> findings.addAll(sql.fetch(statement, first, last))));
        FactStatements.BY_KEY.forEach(statement -> findings.addAll(sql.fetch(statement)));
        if (findings.isEmpty()) {
            findings.addAll(sql.fetch(FactStatements.DAY_TOTALS));
        }
        return counted();
    }

    private void events(long before, long last) {
        findings.addAll(sql.fetch(EventStatements.CHAIN, before, last, before));
        findings.addAll(sql.fetch(EventStatements.OFF_BALANCE, mostMoves(before, last), before, last));
    }

    private void lines(Pages.OfLines page) {
        findings.addAll(sql.fetch(
                        LineStatements.CHAIN,
                        page.firstAccount(),
                        page.lastAccount(),
                        page.before(),
                        page.last(),
                        page.before())
                .sortAsc("account_code"));
    }

    private void movements(long before, long last) {
        findings.addAll(sql.fetch(EventStatements.WITHOUT_LINE, mostMoves(before, last), before, last));
        findings.addAll(sql.fetch(FactStatements.LOST, before, last));
    }

    private long mostMoves(long before, long last) {
        long most = sql.fetchSingle(EventStatements.MOST_MOVES, before, last).get(0, Long.class);
        return Math.min(most, MOST_MOVES);
    }

    private AuditReport counted() {
        Record counts = sql.fetchSingle("""
                SELECT COUNT(*), COALESCE(SUM(kind = 'DAY_CLOSED'), 0), (SELECT COUNT(*) FROM book_account)
                FROM book_event""");
        return new AuditReport(
                "sql",
                counts.get(0, Long.class),
                pages.lines(),
                counts.get(2, Long.class),
                counts.get(1, Long.class),
                findings.all());
    }
}
