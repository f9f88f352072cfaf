package io.portolan.app.books;

import io.portolan.db.Database;
import io.portolan.db.audit.BookAudit;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.operations.Alert;
import io.portolan.ledger.audit.report.AuditReport;
import io.portolan.ledger.audit.report.Finding;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves the stored book by two paths that share nothing with the engine that wrote it, and stops what does not verify. Repairs nothing. */
public final class Verification {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int LONGEST_REASON = 255;

    private final Database database;
    private final Clock clock;

    public Verification(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What each path looked at and found. Takes as long as the book is. */
    public List<AuditReport> verify() {
        BookAudit audit = new BookAudit(database.transactions());
        return List.of(audit.byReplay(), audit.bySql());
    }

    /** What speaks against letting the account move: what concerns it, and what concerns no one account, such as a wrong event. */
    public List<Finding> findingsAgainst(AccountId account) {
        return findings(verify())
                .filter(finding -> finding.account() == null || account.equals(finding.account()))
                .toList();
    }

    /** Freezes each account that a finding blames and raises an alert for each first wrong entry. Safe to repeat. */
    public List<String> freezeAndAlert(List<AuditReport> reports) {
        Map<String, Finding> first = new LinkedHashMap<>();
        findings(reports).forEach(finding -> first.putIfAbsent(subjectOf(finding), finding));
        return first.values().stream().map(this::freezeAndAlert).toList();
    }

    private static Stream<Finding> findings(List<AuditReport> reports) {
        return reports.stream().flatMap(report -> report.findings().stream());
    }

    private String freezeAndAlert(Finding finding) {
        AccountId account = finding.account();
        database.alerts().raise(Alert.of(subjectOf(finding), finding.toString(), clock.instant()));
        LOG.error("ALERT: the book does not verify: {}", finding);
        return account == null ? "raised an alert: " + subjectOf(finding) : freeze(account, finding);
    }

    private String freeze(AccountId account, Finding finding) {
        if (database.history().statusOf(account).equals(Optional.of(Account.Status.FROZEN))) {
            return account + " is frozen already";
        }
        Instant now = clock.instant();
        String reason = "does not verify: " + finding;
        String shortened = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        Command freeze = new Command.Freeze("verify/" + account + "/" + now, account, shortened);
        return switch (database.journal().execute(List.of(freeze))) {
            case CommandResult.Applied _ -> "froze " + account + " and raised an alert";
            case CommandResult.Rejected refused -> "could not freeze " + account + ": " + refused.rejection();
        };
    }

    private static String subjectOf(Finding finding) {
        return Objects.requireNonNullElse(finding.account(), "the book").toString();
    }
}
