package io.portolan.operations.verification;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditReport;
import io.portolan.domain.ledger.BookAudit;
import io.portolan.domain.ledger.BookControl;
import io.portolan.domain.ledger.BookControl.ControlResult;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.Alerts;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the stored book by methods that share nothing with the engine that wrote it, and stops what does not verify. Repairs nothing. */
public final class Verification {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int LONGEST_NARRATIVE = 255;

    private final BookAudit audit;
    private final BookControl control;
    private final Alerts alerts;
    private final Clock clock;

    public Verification(BookAudit audit, BookControl control, Alerts alerts, Clock clock) {
        this.audit = audit;
        this.control = control;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Runs the audits, raises an alert for the first finding about each account and freezes the account. Takes as long as the book is; safe to
     * repeat.
     */
    public VerificationResult verifyAndFreeze() {
        List<AuditReport> reports = audit.run();
        Map<String, AuditFinding> first = new LinkedHashMap<>();
        reports.stream()
                .flatMap(report -> report.findings().stream())
                .forEach(finding -> first.putIfAbsent(subjectOf(finding), finding));
        return new VerificationResult(
                reports, first.values().stream().map(this::alertAndFreeze).toList());
    }

    private FreezeResult alertAndFreeze(AuditFinding finding) {
        AccountId account = finding.account();
        alerts.raise(Alert.of(subjectOf(finding), finding.toString(), clock.instant()));
        LOG.error("ALERT: the book does not verify: {}", finding);
        return account == null ? new FreezeResult.NoAccount() : freeze(account, finding);
    }

    private FreezeResult freeze(AccountId account, AuditFinding finding) {
        if (control.statusOf(account).equals(Optional.of(AccountStatus.FROZEN))) {
            return new FreezeResult.AlreadyFrozen(account);
        }
        Instant now = clock.instant();
        String narrative = "does not verify: " + finding;
        String shortened = narrative.substring(0, Math.min(narrative.length(), LONGEST_NARRATIVE));
        return switch (control.freeze("freeze/" + account + "/" + now, account, shortened)) {
            case ControlResult.Applied _ -> new FreezeResult.Frozen(account);
            case ControlResult.Rejected(String reason) -> new FreezeResult.Rejected(account, reason);
        };
    }

    private static String subjectOf(AuditFinding finding) {
        return Objects.requireNonNullElse(finding.account(), "the book").toString();
    }
}
