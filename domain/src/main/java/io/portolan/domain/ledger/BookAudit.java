package io.portolan.domain.ledger;

import java.util.List;

/** Checks the stored book without trusting what wrote it. Repairs nothing. */
public interface BookAudit {
    /** One report for each method, which share no code. Takes time in proportion to the length of the book; others may be posting meanwhile. */
    List<AuditReport> run();
}
