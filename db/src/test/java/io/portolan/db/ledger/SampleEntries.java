package io.portolan.db.ledger;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries to test with. */
public final class SampleEntries {
    private SampleEntries() {}

    public static AccountId nostro(String holder, String currency) {
        return new AccountId(AccountKind.NOSTRO, holder, Currency.of(currency));
    }

    /** Moves minor units from one account to another of its currency. */
    public static JournalEntry move(String key, long units, AccountId from, AccountId to) {
        return move(key, null, units, from, to);
    }

    public static JournalEntry move(String key, @Nullable PaymentId payment, long units, AccountId from, AccountId to) {
        Money amount = new Money(from.currency(), units);
        return new JournalEntry(
                key, payment, "移动 move", List.of(Posting.debit(to, amount), Posting.credit(from, amount)));
    }
}
