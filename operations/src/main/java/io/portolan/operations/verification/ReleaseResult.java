package io.portolan.operations.verification;

import io.portolan.domain.ledger.AuditFinding;
import java.util.List;

/** Whether an account may move again. */
public sealed interface ReleaseResult {
    /** It was frozen, and is open. */
    record Released() implements ReleaseResult {}

    /** It is open, as it was before. */
    record NotFrozen() implements ReleaseResult {}

    /** It stays frozen because of these findings. */
    record NotVerified(List<AuditFinding> findings) implements ReleaseResult {
        public NotVerified {
            findings = List.copyOf(findings);
        }
    }

    /** The book did not unfreeze it: there is no such account, or it is closed. */
    record Rejected(String reason) implements ReleaseResult {}
}
