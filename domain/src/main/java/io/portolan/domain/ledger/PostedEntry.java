package io.portolan.domain.ledger;

import io.portolan.domain.money.Money;
import java.time.Instant;
import java.util.List;

/** An entry as the book stores it: each posting with its place in the account and the account's balance around it. */
public record PostedEntry(JournalEntry entry, Instant postedAt, List<AccountPosting> postings) {
    public PostedEntry {
        postings = List.copyOf(postings);
    }

    /** One posting; {@code sequence} has no gap within the account, and {@code after = before + amount}. Debit balances are positive. */
    public record AccountPosting(AccountId account, long sequence, Money amount, Money before, Money after) {}
}
