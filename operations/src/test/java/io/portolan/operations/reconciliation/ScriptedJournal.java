package io.portolan.operations.reconciliation;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A book whose balances a test sets itself, right or wrong. */
final class ScriptedJournal implements Journal {
    private final Map<AccountId, AccountBalance> balances = new TreeMap<>();

    ScriptedJournal setBalance(AccountId account, long minorUnits) {
        balances.put(account, new AccountBalance(account, Money.of(account.currency(), minorUnits), 1));
        return this;
    }

    @Override
    public List<AccountBalance> balances() {
        return List.copyOf(balances.values());
    }

    @Override
    public void post(List<JournalEntry> entries) {
        throw new UnsupportedOperationException("balances are set one by one");
    }

    @Override
    public List<PostedEntry> entriesOf(PaymentId payment) {
        throw new UnsupportedOperationException("balances are set one by one");
    }

    @Override
    public Set<AccountId> closedTo(Collection<AccountId> accounts) {
        throw new UnsupportedOperationException("balances are set one by one");
    }
}
