package io.portolan.domain.plan;

import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One movement of a plan, frozen: its terms, the entries that it will post, and who bears what it costs. Its number counts from one within the plan.
 *
 * @param toleranceBasisPoints how much less a new rate may give, of what the merchant was promised, before the plan is no longer what was agreed; 0 for all but trades
 */
public record Movement(
        int number,
        MovementKind kind,
        Terms terms,
        LossBearer bearer,
        int toleranceBasisPoints,
        List<PlannedEntry> entries) {
    public Movement {
        entries = List.copyOf(entries);
        if (number < 1 || number > InstructionKey.MOST) {
            throw new IllegalArgumentException("a movement's number is 1 to " + InstructionKey.MOST);
        }
    }

    public Money amount() {
        return terms.amount();
    }

    /** The entries for what has happened, where the bank executed the planned amount. */
    public List<JournalEntry> entriesOn(Occasion occasion, InstructionKey key) {
        return entriesOn(occasion, key, amount());
    }

    /** The entries for what has happened to this amount. */
    public List<JournalEntry> entriesOn(Occasion occasion, InstructionKey key, Money executed) {
        return on(occasion)
                .map(entry -> executed.equals(amount()) ? entry : entry.ofAmount(executed))
                .map(entry -> entry.of(key, kind))
                .toList();
    }

    /** The accounts that its booking will touch. */
    public Set<AccountId> accounts() {
        return entries.stream().flatMap(entry -> entry.accounts().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it cannot be instructed any more, because its rate has lapsed. */
    public boolean isLapsedAt(Instant now) {
        return terms instanceof Terms.Trade trade && !now.isBefore(trade.rate().expiresAt());
    }

    private Stream<PlannedEntry> on(Occasion occasion) {
        return entries.stream().filter(entry -> entry.occasion() == occasion);
    }
}
