package io.portolan.ledger.audit.stored;

import org.jspecify.annotations.Nullable;

/** A row that repeats what events say, so that nobody need replay them. Which tables have which: one record each. */
public sealed interface DerivedRow {
    /** The table's name. */
    String table();

    /** Its primary key, as text. */
    String key();

    /** The account that it is about. */
    String account();

    /** @param overdraftAllowed 1 if it is, else 0 */
    record Account(String account, long scale, long overdraftAllowed, String status) implements DerivedRow {
        @Override
        public String table() {
            return "book_account";
        }

        @Override
        public String key() {
            return account;
        }
    }

    /** @param ended the position of the event that ended it; null while it is open */
    record Hold(
            String key,
            String account,
            long amount,
            @Nullable Long endedPosition) implements DerivedRow {
        @Override
        public String table() {
            return "book_hold";
        }
    }

    /** What a business date left behind on an account. */
    record Day(String account, String businessDate, long sequence, long posted, long held, String hash)
            implements DerivedRow {
        @Override
        public String table() {
            return "book_day_balance";
        }

        @Override
        public String key() {
            return account + " " + businessDate;
        }
    }

    /** A line that counts for an older date than its own. */
    record BackValue(String account, String valueDate, String recordedAt, long sequence, long amount)
            implements DerivedRow {
        @Override
        public String table() {
            return "book_correction";
        }

        @Override
        public String key() {
            return account + " " + valueDate + " " + sequence;
        }
    }
}
