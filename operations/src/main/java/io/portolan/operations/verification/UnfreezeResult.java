package io.portolan.operations.verification;

import io.portolan.domain.ledger.AuditFinding;
import java.util.List;

/** Whether an account may move again. */
public sealed interface UnfreezeResult {
    /** It was frozen, and is open. */
    record Unfrozen() implements UnfreezeResult {}

    /** It is open, as it was before. */
    record NotFrozen() implements UnfreezeResult {}

    /** It stays frozen because of these findings. */
    record NotVerified(List<AuditFinding> findings) implements UnfreezeResult {
        public NotVerified {
            findings = List.copyOf(findings);
        }
    }

    /** The book did not unfreeze it: there is no such account, or it is closed. */
    record Rejected(String reason) implements UnfreezeResult {}
}
