package io.portolan.db.audit;

import io.portolan.domain.ledger.AuditReport;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Lets the server itself find what is wrong, in pages that bound the work of one statement. */
final class SqlAudit {
    private static final int MAX_POSTINGS = 900;

    private final DSLContext sql;
    private final Pages pages;
    private final SqlFindings findings = new SqlFindings();

    SqlAudit(DSLContext sql, Pages pages) {
        this.sql = sql;
        this.pages = pages;
    }

    /** Events come first: postings that disagree with a wrong event are not wrong themselves. */
    AuditReport report() {
        pages.forEachEventPage(this::checkEvents);
        findings.addAll(sql.fetch(DerivedRowStatements.HEAD));
        pages.forEachPostingPage(this::checkPostings);
        pages.forEachEventPage(this::checkEventsAgainstPostings);
        pages.forEachAccountPage((first, last) -> DerivedRowStatements.BY_ACCOUNT.forEach(
                statement -> findings.addAll(sql.fetch(statement, first, last))));
        DerivedRowStatements.BY_KEY.forEach(statement -> findings.addAll(sql.fetch(statement)));
        if (!findings.isAnyEventWrong()) {
            pages.forEachAccountPage(this::checkPaymentBalances);
            findings.addAll(sql.fetch(PaymentBalanceStatements.WITHOUT_POSTING));
        }
        if (findings.isEmpty()) {
            findings.addAll(sql.fetch(DerivedRowStatements.DAY_TOTALS));
        }
        return buildReport();
    }

    private void checkEvents(long before, long last) {
        findings.addAll(sql.fetch(EventStatements.CHAIN, before, last, before));
        findings.addAll(sql.fetch(EventStatements.OFF_BALANCE, mostPostings(before, last), before, last));
    }

    private void checkPostings(Pages.PostingPage page) {
        findings.addAll(sql.fetch(
                        PostingStatements.CHAIN,
                        page.firstAccount(),
                        page.lastAccount(),
                        page.before(),
                        page.last(),
                        page.before())
                .sortAsc("account_code"));
    }

    private void checkEventsAgainstPostings(long before, long last) {
        findings.addAll(sql.fetch(EventStatements.WITHOUT_ROW, mostPostings(before, last), before, last));
        findings.addAll(sql.fetch(DerivedRowStatements.MISSING, before, last));
    }

    private void checkPaymentBalances(String first, String last) {
        findings.addAll(sql.fetch(PaymentBalanceStatements.SPENT_OF_OTHERS, first, last));
        findings.addAll(sql.fetch(PaymentBalanceStatements.DIFFERENCES, first, last, first, last));
    }

    private long mostPostings(long before, long last) {
        long most = sql.fetchSingle(EventStatements.MOST_POSTINGS, before, last).get(0, Long.class);
        return Math.min(most, MAX_POSTINGS);
    }

    private AuditReport buildReport() {
        Record counts = sql.fetchSingle("""
                SELECT COUNT(*), COALESCE(SUM(kind = 'DAY_CLOSED'), 0), (SELECT COUNT(*) FROM book_account)
                FROM book_event""");
        return new AuditReport(
                "sql",
                counts.get(0, Long.class),
                pages.postings(),
                counts.get(2, Long.class),
                counts.get(1, Long.class),
                findings.all());
    }
}
