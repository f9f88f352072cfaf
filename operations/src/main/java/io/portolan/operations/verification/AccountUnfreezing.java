package io.portolan.operations.verification;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.BookAudit;
import io.portolan.domain.ledger.BookControl;
import io.portolan.domain.ledger.BookControl.ControlResult;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Unfreezes accounts, once the book verifies for them again. The book keeps who ordered it and why. */
public final class AccountUnfreezing {
    private final BookAudit audit;
    private final BookControl control;
    private final Clock clock;

    public AccountUnfreezing(BookAudit audit, BookControl control, Clock clock) {
        this.audit = audit;
        this.control = control;
        this.clock = clock;
    }

    /** Unfreezes the account if no audit finds anything about it. Takes as long as the book is; an account that is open stays as it is. */
    public UnfreezeResult unfreeze(AccountId account, String operator, String reason) {
        Optional<AccountStatus> status = control.statusOf(account);
        if (status.equals(Optional.of(AccountStatus.OPEN))) {
            return new UnfreezeResult.NotFrozen();
        }
        boolean isFrozen = status.equals(Optional.of(AccountStatus.FROZEN));
        List<AuditFinding> findings = isFrozen ? findingsAbout(account) : List.of();
        return findings.isEmpty()
                ? unfreeze(account, operator + ": " + reason)
                : new UnfreezeResult.NotVerified(findings);
    }

    /** With those that blame no one account, such as a wrong event. */
    private List<AuditFinding> findingsAbout(AccountId account) {
        return audit.run().stream()
                .flatMap(report -> report.findings().stream())
                .filter(finding -> finding.account() == null || account.equals(finding.account()))
                .toList();
    }

    private UnfreezeResult unfreeze(AccountId account, String narrative) {
        return switch (control.unfreeze("unfreeze/" + account + "/" + clock.instant(), account, narrative)) {
            case ControlResult.Applied _ -> new UnfreezeResult.Unfrozen();
            case ControlResult.Rejected(String reason) -> new UnfreezeResult.Rejected(reason);
        };
    }
}
