package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.ACCOUNT;
import static io.portolan.db.generated.Tables.JOURNAL_ENTRY;
import static io.portolan.db.generated.Tables.POSTING;

import io.portolan.db.transaction.Transactions;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.money.Money;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * The book in MySQL.
 *
 * <p>Everything is checked before anything is written, with the accounts locked, so a refused entry leaves the caller's transaction as it was.
 */
public final class JooqJournal implements Journal {
    private final Transactions transactions;
    private final InstantSource clock;

    public JooqJournal(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void post(List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            transactions.run(() -> postLocked(entries));
        }
    }

    @Override
    public List<PostedEntry> entriesOf(PaymentId payment) {
        return EntryReader.read(transactions.sql(), JOURNAL_ENTRY.PAYMENT_ID.eq(payment));
    }

    @Override
    public List<AccountBalance> balances() {
        return transactions
                .sql()
                .selectFrom(ACCOUNT)
                .where(ACCOUNT.SEQUENCE.gt(0L))
                .orderBy(ACCOUNT.CODE)
                .fetch(row -> new AccountBalance(
                        row.getCode(), new Money(row.getCurrency(), row.getBalance()), row.getSequence()));
    }

    @Override
    public List<PostedEntry.Line> linesOf(AccountId account, long afterSequence, int limit) {
        return transactions
                .sql()
                .selectFrom(POSTING)
                .where(POSTING.ACCOUNT_CODE.eq(account), POSTING.SEQUENCE.gt(afterSequence))
                .orderBy(POSTING.SEQUENCE)
                .limit(limit)
                .fetch(EntryReader::lineOf);
    }

    private void postLocked(List<JournalEntry> entries) {
        LockedAccounts accounts = LockedAccounts.of(transactions.sql(), entries);
        Collection<JournalEntry> fresh = freshOf(entries).values();
        if (fresh.isEmpty()) {
            return;
        }
        Map<JournalEntry, List<PostedEntry.Line>> lines = new LinkedHashMap<>();
        fresh.forEach(entry ->
                lines.put(entry, entry.postings().stream().map(accounts::apply).toList()));
        EntryWriter.write(transactions.sql(), lines, clock.instant());
        accounts.write();
    }

    /** The entries that are not in the book, by key. */
    private SequencedMap<String, JournalEntry> freshOf(List<JournalEntry> entries) {
        SequencedMap<String, JournalEntry> fresh = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            JournalEntry same = fresh.putIfAbsent(entry.key(), entry);
            requireSame(entry, same == null ? entry : same);
        }
        for (PostedEntry posted : EntryReader.read(transactions.sql(), JOURNAL_ENTRY.ENTRY_KEY.in(fresh.keySet()))) {
            JournalEntry entry =
                    Objects.requireNonNull(fresh.remove(posted.entry().key()));
            requireSame(entry, posted.entry());
        }
        return fresh;
    }

    private static void requireSame(JournalEntry entry, JournalEntry earlier) {
        boolean same =
                entry.postings().equals(earlier.postings()) && Objects.equals(entry.payment(), earlier.payment());
        if (!same) {
            throw new EntryConflict(entry.key());
        }
    }
}
