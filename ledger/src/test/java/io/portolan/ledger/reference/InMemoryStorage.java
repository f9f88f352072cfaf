package io.portolan.ledger.reference;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Hold;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventPosting;
import io.portolan.ledger.event.EventRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores what a database stores of the book: events as rows, accounts, what payments have and open holds. It loads only what commands name. */
final class InMemoryStorage {
    private final Map<String, EventRow> events = new HashMap<>();
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<String, Hold> holds = new HashMap<>();
    private final Map<PaymentBalance.Key, PaymentBalance> paymentBalances = new HashMap<>();
    private Book head = Book.EMPTY;

    Book load(List<Command> commands) {
        Set<String> keys = new HashSet<>();
        Set<AccountId> named = new HashSet<>();
        for (Command command : commands) {
            keys.add(command.key());
            command.postings().forEach(posting -> named.add(posting.account()));
            addReferences(command, keys, named);
        }
        Book book = head;
        for (String key : keys) {
            EventRow row = events.get(key);
            Hold hold = holds.get(key);
            if (row != null) {
                book = book.with(row.event());
                addPostedAccounts(row.event(), named);
            }
            if (hold != null) {
                book = book.with(hold);
            }
        }
        for (PaymentBalance balance : paymentBalances.values()) {
            book = named.contains(balance.key().account()) ? book.with(balance) : book;
        }
        for (AccountId account : named) {
            book = accounts.containsKey(account) ? book.with(accounts.get(account)) : book;
        }
        return book;
    }

    void store(Book loaded, Book after, List<EventRow> rows) {
        rows.forEach(row -> events.merge(row.key(), row, (one, other) -> {
            throw new IllegalStateException("two events of one key: " + one + " and " + other);
        }));
        after.accounts().values().forEach(account -> accounts.put(account.id(), account));
        loaded.holds().values().forEach(hold -> holds.remove(hold.key()));
        after.paymentBalances().values().forEach(balance -> paymentBalances.put(balance.key(), balance));
        after.holds().values().forEach(hold -> holds.put(hold.key(), hold));
        head = Book.at(after.position(), after.recordedAt(), after.businessDate(), after.hash());
    }

    /** All of it. */
    Book fullBook() {
        Book book = head;
        for (Account account : accounts.values()) {
            book = book.with(account);
        }
        for (PaymentBalance balance : paymentBalances.values()) {
            book = book.with(balance);
        }
        for (Hold hold : holds.values()) {
            book = book.with(hold);
        }
        for (EventRow row : events.values()) {
            book = book.with(row.event());
        }
        return book;
    }

    private void addReferences(Command command, Set<String> keys, Set<AccountId> named) {
        switch (command) {
            case Command.Post post when post.hold() != null -> addHoldReferences(post.hold(), keys, named);
            case Command.Post _ -> {}
            case Command.Correct correct when correct.corrects() != null -> keys.add(correct.corrects());
            case Command.Correct _ -> {}
            case Command.Reverse reverse -> keys.add(reverse.entry());
            case Command.Hold hold -> named.add(hold.account());
            case Command.Release release -> addHoldReferences(release.hold(), keys, named);
            case Command.OpenAccount open -> named.add(open.account());
            case Command.Freeze freeze -> named.add(freeze.account());
            case Command.Unfreeze unfreeze -> named.add(unfreeze.account());
            case Command.CloseAccount close -> named.add(close.account());
            case Command.CloseDay _ -> named.addAll(accounts.keySet());
        }
    }

    private void addHoldReferences(String key, Set<String> keys, Set<AccountId> named) {
        keys.add(key);
        if (holds.containsKey(key)) {
            named.add(holds.get(key).account());
        }
    }

    private static void addPostedAccounts(Event event, Set<AccountId> named) {
        if (event instanceof Event.BalancesChanged change) {
            change.postings().stream().map(EventPosting::account).forEach(named::add);
        }
    }
}
