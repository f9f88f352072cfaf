package io.portolan.domain.ledger;

import io.portolan.domain.money.Money;
import java.time.Instant;
import java.util.List;

/** An entry as the book keeps it: each line with its place in the account and the account's balance around it. */
public record PostedEntry(JournalEntry entry, Instant postedAt, List<Line> lines) {
    public PostedEntry {
        lines = List.copyOf(lines);
    }

    /** One posting; {@code sequence} has no gap within the account, and {@code after = before + amount}. Debit balances are positive. */
    public record Line(AccountId account, long sequence, Money amount, Money before, Money after) {}
}
