package io.portolan.activities;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The book in memory, with its promises: a key is posted once, a frozen account takes nothing, and no payment spends what another one has on an account that holds
 * customer money.
 */
public final class InMemoryJournal implements Journal {
    private final Map<String, JournalEntry> entries = new TreeMap<>();
    private final Map<AccountId, Money> balances = new TreeMap<>();
    private final Map<Share, Money> shares = new HashMap<>();
    private final Set<AccountId> frozen = new HashSet<>();

    /** What one payment has on an account. */
    private record Share(AccountId account, @Nullable PaymentId payment) {}

    /** From now on the account takes no postings. */
    public synchronized void freeze(AccountId account) {
        frozen.add(account);
    }

    public synchronized void unfreeze(AccountId account) {
        frozen.remove(account);
    }

    /** Brings our own money to an account. */
    public void bringIn(AccountId account, Money amount) {
        AccountId own = AccountId.ofHouse(AccountKind.OWN_FUNDS, account.currency());
        String key = "opening/" + account;
        post(List.of(new JournalEntry(
                key, null, "opening", List.of(Posting.debit(account, amount), Posting.credit(own, amount)))));
    }

    /** Every account's balance: debits are positive. */
    public synchronized Map<AccountId, Money> all() {
        return Map.copyOf(balances);
    }

    /** The sum of all accounts of this kind, each without its sign. */
    public long sum(AccountKind kind) {
        return all().entrySet().stream()
                .filter(balance -> balance.getKey().kind() == kind)
                .mapToLong(balance -> Math.abs(balance.getValue().minorUnits()))
                .sum();
    }

    @Override
    public synchronized void post(List<JournalEntry> posted) {
        List<JournalEntry> added = new ArrayList<>();
        try {
            posted.stream().filter(this::isNew).forEach(entry -> {
                add(entry);
                added.add(entry);
            });
        } catch (EntryRejected rejected) {
            added.forEach(this::remove);
            throw rejected;
        }
    }

    @Override
    public List<PostedEntry> entriesOf(PaymentId payment) {
        throw new IllegalStateException("nobody reads the entries of " + payment + " here");
    }

    @Override
    public synchronized List<AccountBalance> balances() {
        return balances.entrySet().stream()
                .map(balance -> new AccountBalance(balance.getKey(), balance.getValue(), 1))
                .toList();
    }

    @Override
    public synchronized Set<AccountId> closedTo(Collection<AccountId> accounts) {
        return accounts.stream().filter(frozen::contains).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isNew(JournalEntry entry) {
        JournalEntry known = entries.get(entry.key());
        if (known != null && !known.equals(entry)) {
            throw new EntryConflict(entry.key());
        }
        return known == null;
    }

    private void add(JournalEntry entry) {
        entry.postings().forEach(posting -> requireOpen(posting.account()));
        apply(entry.postings(), entry.payment());
        entries.put(entry.key(), entry);
        for (Posting posting : entry.postings()) {
            AccountId account = posting.account();
            boolean overspent = account.kind().holdsCustomerMoney()
                    && shares.get(new Share(account, entry.payment())).isPositive();
            if (overspent) {
                remove(entry);
                throw new EntryRejected(entry.key() + " spends on " + account + " what is another payment's", account);
            }
        }
    }

    private void remove(JournalEntry entry) {
        List<Posting> opposite = entry.postings().stream()
                .map(posting -> new Posting(posting.account(), posting.amount().negated()))
                .toList();
        apply(opposite, entry.payment());
        entries.remove(entry.key());
    }

    private void apply(List<Posting> postings, @Nullable PaymentId payment) {
        for (Posting posting : postings) {
            balances.merge(posting.account(), posting.amount(), Money::plus);
            shares.merge(new Share(posting.account(), payment), posting.amount(), Money::plus);
        }
    }

    private void requireOpen(AccountId account) {
        if (frozen.contains(account)) {
            throw new EntryRejected(account + " is frozen", account);
        }
    }
}
