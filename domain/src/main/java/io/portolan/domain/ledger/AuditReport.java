package io.portolan.domain.ledger;

import java.util.List;

/**
 * What one way of verification looked at, and what it found.
 *
 * @param method the method, such as {@code replay}
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
