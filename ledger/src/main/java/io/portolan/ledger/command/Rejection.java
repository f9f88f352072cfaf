package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was rejected. It had no effect.
 *
 * @param account the account that is to blame; null where it is not a single one
 * @param required what the book requires
 * @param found what it found instead
 */
public record Rejection(
        String key,
        String requestHash,
        Reason reason,
        @Nullable AccountId account,
        String required,
        String found) {
    /** The reasons, as they are recorded. */
    public enum Reason {
        /** A key, text or list of postings that no entry can have. */
        MALFORMED,
        UNBALANCED,
        WRONG_CURRENCY,
        WRONG_SCALE,
        OVERDRAFT,
        /** A payment would spend more than it has on an account that holds customer money. */
        CUSTOMER_MONEY,
        OVERFLOW,
        ACCOUNT_UNKNOWN,
        ACCOUNT_FROZEN,
        ACCOUNT_CLOSED,
        ACCOUNT_IN_USE,
        /** The business date is over; a correction may be valued on it. */
        DAY_CLOSED,
        /** The business date is not open yet, or a correction is not about an older one. */
        DAY_NOT_OPEN,
        /** The key was used for something else. */
        KEY_REUSED,
        ENTRY_UNKNOWN,
        HOLD_UNKNOWN
    }

    /** For people: what to change. */
    @Override
    public String toString() {
        String where = account == null ? "" : " on " + account;
        return "%s rejected%s: %s, required %s, found %s".formatted(key, where, reason, required, found);
    }
}
