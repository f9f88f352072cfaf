package io.portolan.domain.decision;

import java.util.Locale;

/** What can be decided about a payment. */
public enum DecisionKind {
    RETRY,
    UNWIND,
    RESOLVE_EXECUTED,
    RESOLVE_NOT_EXECUTED,
    CORRECT_PAYEE,
    CANCEL,
    HOLD,
    RELEASE;

    /** Such as {@code resolve_executed}: as it is recorded. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether no policy can allow one person to decide it alone: evidence, and whom we pay. */
    public boolean alwaysNeedsTwo() {
        return switch (this) {
            case RESOLVE_EXECUTED, RESOLVE_NOT_EXECUTED, CORRECT_PAYEE -> true;
            case RETRY, UNWIND, CANCEL, HOLD, RELEASE -> false;
        };
    }
}
