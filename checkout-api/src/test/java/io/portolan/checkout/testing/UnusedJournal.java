package io.portolan.checkout.testing;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The book, which the API neither reads nor writes. */
final class UnusedJournal implements Journal {
    @Override
    public void post(List<JournalEntry> entries) {
        throw new AssertionError("the API posts nothing");
    }

    @Override
    public List<PostedEntry> entriesOf(PaymentId payment) {
        throw new AssertionError("the API reads no entries");
    }

    @Override
    public List<AccountBalance> balances() {
        throw new AssertionError("the API reads no balances");
    }

    @Override
    public Set<AccountId> closedTo(Collection<AccountId> accounts) {
        throw new AssertionError("the API asks for no accounts");
    }
}
