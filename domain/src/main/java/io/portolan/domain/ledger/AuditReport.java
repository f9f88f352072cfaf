package io.portolan.domain.ledger;

import java.util.List;

/**
 * What one way of verification read, and what it found.
 *
 * @param method the way of verification: {@code replay} or {@code sql}
 * @param days how many business dates were closed
 * @param findings the first wrong row of each chain: of the events, and of each account
 */
public record AuditReport(
        String method, long events, long postings, long accounts, long days, List<AuditFinding> findings) {
    public AuditReport {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }
}
