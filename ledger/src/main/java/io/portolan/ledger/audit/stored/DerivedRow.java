package io.portolan.ledger.audit.stored;

import org.jspecify.annotations.Nullable;

/** A row derived from events, so that nobody need replay them: one record for each table. */
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

    /** @param endedPosition the position of the event that ended it; null while it is open */
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

    /** An account's balance at the end of a business date. */
    record DayBalance(String account, String businessDate, long sequence, long posted, long held, String hash)
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

    /** A posting that counts for an older date than the one it was recorded on. */
    record Correction(String account, String valueDate, String recordedAt, long sequence, long amount)
            implements DerivedRow {
        /** The row that a posting with an older value date must have. */
        public static Correction of(StoredPosting posting) {
            return new Correction(
                    posting.account(), posting.valueDate(), posting.recordedAt(), posting.sequence(), posting.amount());
        }

        @Override
        public String table() {
            return "book_correction";
        }

        @Override
        public String key() {
            return account + " " + valueDate + " " + sequence;
        }
    }

    /**
     * What a payment has on an account that holds customer money, debits positive: never zero, as such rows are not kept.
     *
     * @param payment empty for entries without one
     */
    record PaymentBalance(String account, String payment, long balance) implements DerivedRow {
        @Override
        public String table() {
            return "book_payment_balance";
        }

        @Override
        public String key() {
            return (account + " " + payment).strip();
        }
    }
}
