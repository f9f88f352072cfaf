package io.portolan.domain.ledger;

import io.portolan.domain.ids.PaymentId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The book. Entries are immutable, balanced per currency and idempotent by key; accounts open themselves on their first posting. */
public interface Journal {
    /**
     * Posts the entries, all or none; within the caller's database transaction where there is one. An entry that is already there with the same
     * content is left alone.
     *
     * @throws EntryConflict if an entry's key is in the book with other postings; nothing is written then
     * @throws EntryRejected if the book does not take an entry: an account is frozen, closed, would be overdrawn or would overflow, or the entry's payment would
     *     spend money of other customers; the rejection is recorded and nothing else
     */
    void post(List<JournalEntry> entries);

    /** A payment's entries, oldest first. */
    List<PostedEntry> entriesOf(PaymentId payment);

    /** Every account that was ever posted to, in the order of accounts. */
    List<AccountBalance> balances();

    /** Those of the accounts that take no postings now, because they are frozen or closed. An account that the book does not have yet would be opened: it does. */
    Set<AccountId> closedTo(Collection<AccountId> accounts);

    /** The book did not take an entry. Its message names the account and what it has and what was asked. */
    final class EntryRejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable AccountId account;

        public EntryRejected(String message, @Nullable AccountId account) {
            super(message);
            this.account = account;
        }

        /** The account that is to blame; null where it is not a single one. */
        public @Nullable AccountId account() {
            return account;
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
