package io.portolan.operations.verification;

import io.portolan.domain.ledger.AuditReport;
import java.util.List;

/**
 * What a verification found, and what was done about it.
 *
 * @param freezes one for each account with a wrong entry, and one for all findings that blame no account
 */
public record VerificationResult(List<AuditReport> reports, List<FreezeResult> freezes) {
    public VerificationResult {
        reports = List.copyOf(reports);
        freezes = List.copyOf(freezes);
    }

    /** Whether no method found anything. */
    public boolean isClean() {
        return reports.stream().allMatch(AuditReport::isClean);
    }
}
