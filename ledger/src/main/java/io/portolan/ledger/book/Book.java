package io.portolan.ledger.book;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.DayTotals;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventPosting;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Hashing;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The book after an event: the replay of all events up to it. It may be loaded in part, with just the accounts, payment balances, holds and
 * requests that somebody needs.
 *
 * @param position the last event's position; 0 before there was one
 * @param recordedAt when the last event was recorded
 * @param businessDate the open business date; null before there was an event
 * @param hash the last event's hash
 * @param paymentBalances of the accounts that hold customer money; a payment that is not there has nothing
 * @param requests the events that clients requested, by their keys
 */
public record Book(
        long position,
        Instant recordedAt,
        @Nullable LocalDate businessDate,
        String hash,
        PersistentMap<AccountId, Account> accounts,
        PersistentMap<PaymentBalance.Key, PaymentBalance> paymentBalances,
        PersistentMap<String, Hold> holds,
        PersistentMap<String, Event> requests) {
    /** A book without events. */
    public static final Book EMPTY = at(0, Instant.EPOCH, null, Hashing.ZERO_HASH);

    /** A book right after the event at this position, of which nothing else is loaded. */
    public static Book at(long position, Instant at, @Nullable LocalDate businessDate, String hash) {
        return new Book(
                position,
                at,
                businessDate,
                hash,
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty());
    }

    /** What an event makes of a book. */
    public record AppliedEvent(Book book, EventRow row, List<PostingRow> postings) {
        public AppliedEvent {
            postings = List.copyOf(postings);
        }
    }

    /** The book after the event, with the rows that store it. Pure and total: no clock, no randomness, no I/O, and no event that it rejects. */
    public AppliedEvent apply(Event event) {
        EventRow row = EventRow.of(event, hash);
        Book next = advancedTo(event, row.hash());
        return switch (event) {
            case Event.BookOpened _ -> new AppliedEvent(next, row, List.of());
            case Event.AccountChanged changed -> new AppliedEvent(next.with(changedBy(changed)), row, List.of());
            case Event.DayClosed closed -> new AppliedEvent(next.on(closed.nextDate()), row, List.of());
            case Event.BalancesChanged change -> next.applyPostings(change, row);
        };
    }

    /** Whether this book is at the same position as another, by the same events. */
    public boolean isAtSamePositionAs(Book other) {
        return position == other.position && hash.equals(other.hash);
    }

    /** The accounts whose balances last changed on this business date, by code. All of them must be loaded. */
    public List<Account> accountsChangedOn(LocalDate date) {
        return accounts.values().stream()
                .filter(account -> date.equals(account.lastChangeDate()))
                .sorted(Comparator.comparing(account -> account.id().code()))
                .toList();
    }

    /** The balances at the end of a business date. All accounts that changed on it must be loaded. */
    public DayTotals totalsOf(LocalDate date) {
        List<Account> changed = accountsChangedOn(date);
        Map<Currency, DayTotals.Total> totals = new TreeMap<>();
        for (Account account : changed) {
            DayTotals.Total balance = new DayTotals.Total(
                    account.id().currency(), BigInteger.valueOf(account.posted()), BigInteger.valueOf(account.held()));
            totals.merge(balance.currency(), balance, DayTotals.Total::plus);
        }
        return new DayTotals(changed.size(), MerkleTree.rootOf(changed), List.copyOf(totals.values()));
    }

    /** This book with an account as it is stored. */
    public Book with(Account account) {
        return new Book(
                position,
                recordedAt,
                businessDate,
                hash,
                accounts.with(account.id(), account),
                paymentBalances,
                holds,
                requests);
    }

    /** What a payment has on an account that holds customer money. The balance must be loaded, unless it is zero. */
    public PaymentBalance paymentBalance(PaymentBalance.Key key) {
        return paymentBalances.find(key).orElseGet(() -> new PaymentBalance(key, 0));
    }

    /** This book with a payment balance as it is stored. */
    public Book with(PaymentBalance balance) {
        return withPaymentBalances(paymentBalances.with(balance.key(), balance));
    }

    /** This book without the payment balances that are zero, which would grow for ever. */
    public Book withoutEmptyPaymentBalances() {
        var nonZero = paymentBalances;
        for (PaymentBalance each : paymentBalances.values()) {
            nonZero = each.balance() == 0 ? nonZero.without(each.key()) : nonZero;
        }
        return withPaymentBalances(nonZero);
    }

    /** This book with an open hold as it is stored. */
    public Book with(Hold hold) {
        return with(holds.with(hold.key(), hold));
    }

    /** This book with an event as it is stored. */
    public Book with(Event request) {
        return new Book(
                position,
                recordedAt,
                businessDate,
                hash,
                accounts,
                paymentBalances,
                holds,
                requests.with(request.header().key(), request));
    }

    /** This book without the requests, which would grow for ever. */
    public Book withoutRequests() {
        return new Book(
                position, recordedAt, businessDate, hash, accounts, paymentBalances, holds, PersistentMap.empty());
    }

    private Book with(PersistentMap<String, Hold> otherHolds) {
        return new Book(position, recordedAt, businessDate, hash, accounts, paymentBalances, otherHolds, requests);
    }

    private Book withPaymentBalances(PersistentMap<PaymentBalance.Key, PaymentBalance> balances) {
        return new Book(position, recordedAt, businessDate, hash, accounts, balances, holds, requests);
    }

    private Book on(LocalDate date) {
        return new Book(position, recordedAt, date, hash, accounts, paymentBalances, holds, requests);
    }

    private Book advancedTo(Event event, String eventHash) {
        return new Book(
                event.header().position(),
                event.header().recordedAt(),
                event.header().businessDate(),
                eventHash,
                accounts,
                paymentBalances,
                holds,
                requests.with(event.header().key(), event));
    }

    private Account changedBy(Event.AccountChanged changed) {
        Account account = accounts.find(changed.account()).orElseGet(() -> newAccount(changed));
        return switch (changed.kind()) {
            case ACCOUNT_FROZEN -> account.with(AccountStatus.FROZEN);
            case ACCOUNT_CLOSED -> account.with(AccountStatus.CLOSED);
            case BOOK_OPENED,
                    ACCOUNT_OPENED,
                    ACCOUNT_UNFROZEN,
                    POSTED,
                    CORRECTED,
                    REVERSED,
                    HELD,
                    RELEASED,
                    DAY_CLOSED -> account.with(AccountStatus.OPEN);
        };
    }

    private static Account newAccount(Event.AccountChanged opened) {
        return new Account(
                opened.account(),
                opened.scale(),
                opened.overdraftAllowed(),
                AccountStatus.OPEN,
                0,
                0,
                0,
                null,
                Hashing.ZERO_HASH);
    }

    private AppliedEvent applyPostings(Event.BalancesChanged change, EventRow row) {
        Book book = with(holdsAfter(change));
        List<PostingRow> rows = new ArrayList<>();
        for (EventPosting posting : change.postings()) {
            Account before = book.accounts.find(posting.account()).orElseGet(() -> unopenedAccount(posting.account()));
            PostingRow next = PostingRow.of(before, change, posting, rows.size() + 1);
            rows.add(next);
            book = book.with(before.after(next));
            if (posting.amount() != 0 && posting.account().kind().holdsCustomerMoney()) {
                var key = new PaymentBalance.Key(posting.account(), change.payment());
                book = book.with(book.paymentBalance(key).after(posting.amount()));
            }
        }
        return new AppliedEvent(book, row, rows);
    }

    /** An account that nobody opened: no decision makes such an event, but every event has a meaning. */
    private static Account unopenedAccount(AccountId id) {
        return new Account(id, id.currency().exponent(), true, AccountStatus.OPEN, 0, 0, 0, null, Hashing.ZERO_HASH);
    }

    private PersistentMap<String, Hold> holdsAfter(Event.BalancesChanged change) {
        if (change.kind() == EventKind.HELD) {
            EventPosting held = change.postings().getFirst();
            String key = change.header().key();
            return holds.with(key, new Hold(key, held.account(), held.holdChange()));
        }
        String reference = change.reference();
        return reference == null ? holds : holds.without(reference);
    }
}
