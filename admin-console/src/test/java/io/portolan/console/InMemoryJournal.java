package io.portolan.console;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A journal in memory, with balances before and after. */
public final class InMemoryJournal implements Journal {
    private final List<PostedEntry> entries = new ArrayList<>();
    private final SortedMap<AccountId, AccountBalance> balances = new TreeMap<>();
    private final Clock clock;

    public InMemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void post(List<JournalEntry> posted) {
        for (JournalEntry entry : posted) {
            List<PostedEntry.AccountPosting> lines =
                    entry.postings().stream().map(this::toLine).toList();
            entries.add(new PostedEntry(entry, clock.instant(), lines));
        }
    }

    @Override
    public synchronized List<PostedEntry> entriesOf(PaymentId payment) {
        return entries.stream()
                .filter(entry -> payment.equals(entry.entry().payment()))
                .toList();
    }

    @Override
    public synchronized List<AccountBalance> balances() {
        return List.copyOf(balances.values());
    }

    /** None: nobody freezes or closes an account of this journal. */
    @Override
    public Set<AccountId> closedTo(Collection<AccountId> accounts) {
        return Set.of();
    }

    private PostedEntry.AccountPosting toLine(Posting posting) {
        AccountId account = posting.account();
        AccountBalance before =
                balances.getOrDefault(account, new AccountBalance(account, Money.zero(account.currency()), 0));
        Money after = before.balance().plus(posting.amount());
        long sequence = before.postings() + 1;
        balances.put(account, new AccountBalance(account, after, sequence));
        return new PostedEntry.AccountPosting(account, sequence, posting.amount(), before.balance(), after);
    }
}
