package io.portolan.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A stored row that is not what it should be: the first of its chain, as whatever comes after it differs because of it.
 *
 * @param account the account that should be frozen until somebody has looked; null where it is not a single one
 */
public record AuditFinding(
        RowId row, String expected, String stored, @Nullable AccountId account) {
    /** Which row is wrong. */
    public sealed interface RowId {
        /** An event. The key is empty if the event is missing. */
        record OfEvent(long position, String key) implements RowId {
            @Override
            public String toString() {
                return "event " + position + (key.isEmpty() ? "" : " (" + key + ")");
            }
        }

        /** A posting of an account. */
        record OfPosting(String account, long sequence) implements RowId {
            @Override
            public String toString() {
                return "posting " + sequence + " of " + account;
            }
        }

        /** A row derived from events, by its table and primary key. */
        record OfDerivedRow(String table, String key) implements RowId {
            @Override
            public String toString() {
                return (table + " " + key).strip();
            }
        }
    }

    /** A finding that concerns the account with this code; no account, if no account can have it. */
    public static AuditFinding on(String account, RowId row, String expected, String stored) {
        return new AuditFinding(row, expected, stored, parsed(account));
    }

    private static @Nullable AccountId parsed(String code) {
        try {
            return AccountId.parse(code);
        } catch (IllegalArgumentException notAnAccount) {
            return null;
        }
    }

    @Override
    public String toString() {
        return row + ": expected " + expected + ", stored " + stored;
    }
}
