package io.portolan.db.ledger;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payment balances commands may need: on each account that holds customer money and that they post to, those of the payment that an entry
 * names. A reversal or correction inherits it from another entry, which may be an earlier one of the same commands; if several have that key, any may be the one.
 */
final class PaymentBalanceNeeds {
    private final Set<PaymentBalance.Key> keys = new HashSet<>();
    private final Map<String, Set<Optional<PaymentId>>> paymentsByEntry = new HashMap<>();

    private PaymentBalanceNeeds() {}

    /** @param stored the events that are stored under keys to which the commands refer */
    static Set<PaymentBalance.Key> of(List<Command> commands, List<Event> stored) {
        PaymentBalanceNeeds needs = new PaymentBalanceNeeds();
        stored.forEach(needs::add);
        commands.forEach(needs::add);
        return needs.keys;
    }

    private void add(Event stored) {
        if (stored instanceof Event.BalancesChanged change) {
            addEntry(change.header().key(), change.payment());
            change.postings().forEach(posting -> addKey(posting.account(), change.payment()));
        }
    }

    private void add(Command command) {
        switch (command) {
            case Command.Post post -> {
                addEntry(post.key(), post.payment());
                addKeys(post, post.payment());
            }
            case Command.Correct correct ->
                inherited(correct.corrects()).forEach(payment -> {
                    addEntry(correct.key(), payment.orElse(null));
                    addKeys(correct, payment.orElse(null));
                });
            // A reversal posts to the accounts of the entry, for its payment.
            case Command.Reverse _,
                    Command.Hold _,
                    Command.Release _,
                    Command.OpenAccount _,
                    Command.Freeze _,
                    Command.Unfreeze _,
                    Command.CloseAccount _,
                    Command.CloseDay _ -> {}
        }
    }

    private Set<Optional<PaymentId>> inherited(@Nullable String entry) {
        return entry == null ? Set.of(Optional.empty()) : Set.copyOf(paymentsByEntry.getOrDefault(entry, Set.of()));
    }

    private void addEntry(String key, @Nullable PaymentId payment) {
        paymentsByEntry.computeIfAbsent(key, _ -> new HashSet<>()).add(Optional.ofNullable(payment));
    }

    private void addKeys(Command entry, @Nullable PaymentId payment) {
        entry.postings().forEach(posting -> addKey(posting.account(), payment));
    }

    private void addKey(AccountId account, @Nullable PaymentId payment) {
        if (account.kind().holdsCustomerMoney()) {
            keys.add(new PaymentBalance.Key(account, payment));
        }
    }
}
