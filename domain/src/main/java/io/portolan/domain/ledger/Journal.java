package io.portolan.domain.ledger;

import io.portolan.domain.ids.PaymentId;
import java.util.List;

/** The book. Entries are immutable, balanced per currency and idempotent by key; accounts open themselves on their first posting. */
public interface Journal {
    /**
     * Posts the entries, all or none; within the caller's database transaction where there is one. An entry that is already there with the same
     * content is left alone.
     *
     * @throws EntryConflict if an entry's key is in the book with other postings; nothing is written then
     * @throws EntryRejected if the book does not take an entry: an account is frozen, closed, would be overdrawn or would overflow; the rejection is recorded and
     *     nothing else
     */
    void post(List<JournalEntry> entries);

    /** A payment's entries, oldest first. */
    List<PostedEntry> entriesOf(PaymentId payment);

    /** Every account that was ever posted to, in the order of accounts. */
    List<AccountBalance> balances();

    /** The book did not take an entry. Its message names the account and what it has and what was asked. */
    final class EntryRejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public EntryRejected(String message) {
            super(message);
        }
    }

    /** A key was used again for another entry: a fault of ours, which must not be posted over. */
    final class EntryConflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public EntryConflict(String key) {
            super("entry " + key + " is in the book with other postings");
        }
    }
}
