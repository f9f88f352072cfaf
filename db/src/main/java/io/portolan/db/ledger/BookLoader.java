package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_ACCOUNT;
import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static io.portolan.db.generated.Tables.BOOK_HOLD;
import static io.portolan.db.generated.Tables.BOOK_POSTING;

import io.portolan.db.generated.tables.records.BookPostingRecord;
import io.portolan.db.ledger.history.BookRows;
import io.portolan.db.ledger.history.EntryReader;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Hold;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.book.PersistentMap;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventPosting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** Loads into a book what commands refer to: their accounts, holds and earlier requests, and what their payments have. */
final class BookLoader {
    private final DSLContext sql;
    private final PersistentMap<String, Event> recent;
    private Book book;
    private int loaded;

    /** @param known the book as far as it is known; of its requests, only those that commands refer to stay in it */
    BookLoader(DSLContext sql, Book known) {
        this.sql = sql;
        this.recent = known.requests();
        this.book = known.withoutRequests();
    }

    /** The book with all that these commands refer to. */
    Book load(List<Command> commands) {
        Set<String> keys = new HashSet<>();
        Set<String> holds = new HashSet<>();
        Set<AccountId> accounts = new HashSet<>();
        for (Command command : commands) {
            keys.add(command.key());
            command.postings().forEach(posting -> accounts.add(posting.account()));
            addReferences(command, keys, holds, accounts);
        }
        loadRequests(keys);
        loadHolds(holds);
        book.requests().values().forEach(event -> addAccounts(event, accounts));
        book.holds().values().forEach(hold -> accounts.add(hold.account()));
        accounts.removeIf(book.accounts()::contains);
        loadAccounts(accounts);
        loadPaymentBalances(commands);
        return book;
    }

    /** How many accounts and payment balances were not in the book before. */
    int loaded() {
        return loaded;
    }

    private void addReferences(Command command, Set<String> keys, Set<String> holds, Set<AccountId> accounts) {
        switch (command) {
            case Command.Post post when post.hold() != null -> holds.add(post.hold());
            case Command.Post _ -> {}
            case Command.Correct correct when correct.corrects() != null -> keys.add(correct.corrects());
            case Command.Correct _ -> {}
            case Command.Reverse reverse -> keys.add(reverse.entry());
            case Command.Hold hold -> accounts.add(hold.account());
            case Command.Release release -> holds.add(release.hold());
            case Command.OpenAccount open -> accounts.add(open.account());
            case Command.Freeze freeze -> accounts.add(freeze.account());
            case Command.Unfreeze unfreeze -> accounts.add(unfreeze.account());
            case Command.CloseAccount close -> accounts.add(close.account());
            case Command.CloseDay _ -> accounts.addAll(allAccounts());
        }
    }

    private static void addAccounts(Event event, Set<AccountId> accounts) {
        if (event instanceof Event.BalancesChanged change) {
            change.postings().stream().map(EventPosting::account).forEach(accounts::add);
        }
    }

    /** A day is closed over all accounts that changed on it, so all are loaded. */
    private Set<AccountId> allAccounts() {
        return sql.select(BOOK_ACCOUNT.ACCOUNT_CODE).from(BOOK_ACCOUNT).fetchSet(BOOK_ACCOUNT.ACCOUNT_CODE);
    }

    private void loadRequests(Set<String> keys) {
        for (String key : keys) {
            recent.find(key).ifPresent(event -> book = book.with(event));
        }
        sql.selectFrom(BOOK_EVENT)
                .where(BOOK_EVENT.EVENT_KEY.in(keys))
                .forEach(row -> book = book.with(BookRows.event(row).event()));
    }

    private void loadHolds(Set<String> keys) {
        keys.removeIf(book.holds()::contains);
        if (!keys.isEmpty()) {
            sql.selectFrom(BOOK_HOLD)
                    .where(BOOK_HOLD.HOLD_KEY.in(keys), BOOK_HOLD.ENDED_POSITION.isNull())
                    .forEach(
                            row -> book = book.with(new Hold(row.getHoldKey(), row.getAccountCode(), row.getAmount())));
        }
    }

    private void loadAccounts(Set<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        Map<AccountId, BookPostingRecord> last = EntryReader.lastPostings(sql, BOOK_POSTING.ACCOUNT_CODE.in(accounts));
        sql.selectFrom(BOOK_ACCOUNT)
                .where(BOOK_ACCOUNT.ACCOUNT_CODE.in(accounts))
                .forEach(row -> {
                    book = book.with(BookRows.account(row, last.get(row.getAccountCode())));
                    loaded++;
                });
    }

    private void loadPaymentBalances(List<Command> commands) {
        Set<PaymentBalance.Key> keys =
                PaymentBalanceNeeds.of(commands, book.requests().values());
        keys.removeIf(book.paymentBalances()::contains);
        book = PaymentBalanceRows.load(sql, book, keys);
        loaded += keys.size();
    }
}
