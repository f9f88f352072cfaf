package io.portolan.db.ledger.history;

import static io.portolan.db.generated.Tables.BOOK_ACCOUNT;
import static io.portolan.db.generated.Tables.BOOK_DAY_BALANCE;
import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static io.portolan.db.generated.Tables.BOOK_POSTING;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import io.portolan.db.generated.tables.records.BookEventRecord;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** The balances of all accounts at an instant, computed in three ways that must agree. Accounts without a posting by then are left out. */
public final class PointInTimeBalances {
    private static final int EVENTS_PER_PAGE = 1_000;

    private final Transactions transactions;

    public PointInTimeBalances(Transactions transactions) {
        this.transactions = transactions;
    }

    /** From nothing: every event since the book was opened, applied again. Takes time in proportion to the length of the book. */
    public SortedMap<AccountId, BalanceAt> byReplay(Instant at) {
        return transactions.snapshot(() -> balancesOf(replay(Book.EMPTY, at)));
    }

    /** From the balances of the last closed business date before the instant, and the events since. */
    public SortedMap<AccountId, BalanceAt> fromDayCut(Instant at) {
        return transactions.snapshot(() -> {
            Optional<BookEventRecord> cut = DayCuts.last(sql(), BOOK_EVENT.RECORDED_AT.le(at));
            return balancesOf(replay(cut.map(this::bookAt).orElse(Book.EMPTY), at));
        });
    }

    /** From the rows with running balances: the last posting of each account up to the instant. */
    public SortedMap<AccountId, BalanceAt> fromLastPostings(Instant at) {
        return transactions.snapshot(() -> {
            SortedMap<AccountId, BalanceAt> balances = new TreeMap<>();
            EntryReader.lastPostings(sql(), BOOK_POSTING.RECORDED_AT.le(at))
                    .forEach((account, last) -> balances.put(account, BalanceAt.of(BookRows.posting(last))));
            return balances;
        });
    }

    /**
     * What each payment had on the accounts that hold customer money, debits positive, from every event since the book was opened. What is zero is left
     * out. A day cut keeps no balances of payments, so there is no short cut from one.
     */
    public SortedMap<PaymentBalance.Key, Long> paymentBalancesByReplay(Instant at) {
        return transactions.snapshot(() -> {
            SortedMap<PaymentBalance.Key, Long> balances = new TreeMap<>();
            replay(Book.EMPTY, at).paymentBalances().values().forEach(each -> balances.put(each.key(), each.balance()));
            return balances;
        });
    }

    /** The same, added up by the server from the postings and their events' payments. */
    public SortedMap<PaymentBalance.Key, Long> paymentBalancesFromPostings(Instant at) {
        return transactions.snapshot(() -> {
            SortedMap<PaymentBalance.Key, Long> balances = new TreeMap<>();
            var balance = sum(BOOK_POSTING.AMOUNT);
            sql().select(BOOK_POSTING.ACCOUNT_CODE, BOOK_EVENT.PAYMENT_ID, balance)
                    .from(BOOK_POSTING)
                    .join(BOOK_EVENT)
                    .on(BOOK_EVENT.POSITION.eq(BOOK_POSTING.POSITION))
                    .where(BOOK_POSTING.ACCOUNT_CODE.in(customersAccounts()), BOOK_POSTING.RECORDED_AT.le(at))
                    .groupBy(BOOK_POSTING.ACCOUNT_CODE, BOOK_EVENT.PAYMENT_ID)
                    .having(balance.ne(BigDecimal.ZERO))
                    .forEach(row -> balances.put(
                            new PaymentBalance.Key(row.value1(), row.value2()),
                            row.value3().longValueExact()));
            return balances;
        });
    }

    private List<AccountId> customersAccounts() {
        return sql().select(BOOK_ACCOUNT.ACCOUNT_CODE).from(BOOK_ACCOUNT).fetch(BOOK_ACCOUNT.ACCOUNT_CODE).stream()
                .filter(account -> account.kind().holdsCustomerMoney())
                .toList();
    }

    private Book replay(Book start, Instant at) {
        Book book = start;
        List<Event> page = eventsAfter(book.position(), at);
        while (!page.isEmpty()) {
            for (Event event : page) {
                book = book.apply(event).book();
            }
            book = book.withoutRequests().withoutEmptyPaymentBalances();
            page = eventsAfter(book.position(), at);
        }
        return book;
    }

    private List<Event> eventsAfter(long position, Instant at) {
        return sql().selectFrom(BOOK_EVENT)
                .where(BOOK_EVENT.POSITION.gt(position), BOOK_EVENT.RECORDED_AT.le(at))
                .orderBy(BOOK_EVENT.POSITION)
                .limit(EVENTS_PER_PAGE)
                .fetch(event -> BookRows.event(event).event());
    }

    /** The book right after a day cut: each account as it was at the end of the last day on which it changed. */
    private Book bookAt(BookEventRecord cut) {
        Event.DayClosed closed = (Event.DayClosed) BookRows.event(cut).event();
        Book book = Book.at(cut.getPosition(), cut.getRecordedAt(), closed.nextDate(), cut.getHash());
        for (Account account : dayBalances(cut.getBusinessDate())) {
            book = book.with(account);
        }
        return book;
    }

    private List<Account> dayBalances(LocalDate upTo) {
        var latest = sql().select(
                        BOOK_DAY_BALANCE.ACCOUNT_CODE,
                        max(BOOK_DAY_BALANCE.BUSINESS_DATE).as("business_date"))
                .from(BOOK_DAY_BALANCE)
                .where(BOOK_DAY_BALANCE.BUSINESS_DATE.le(upTo))
                .groupBy(BOOK_DAY_BALANCE.ACCOUNT_CODE)
                .asTable("latest");
        return sql().select(BOOK_DAY_BALANCE.fields())
                .select(BOOK_ACCOUNT.fields())
                .from(latest)
                .join(BOOK_DAY_BALANCE)
                .on(row(BOOK_DAY_BALANCE.ACCOUNT_CODE, BOOK_DAY_BALANCE.BUSINESS_DATE)
                        .eq(row(
                                latest.field(BOOK_DAY_BALANCE.ACCOUNT_CODE),
                                latest.field("business_date", LocalDate.class))))
                .join(BOOK_ACCOUNT)
                .on(BOOK_ACCOUNT.ACCOUNT_CODE.eq(BOOK_DAY_BALANCE.ACCOUNT_CODE))
                .fetch(row -> BookRows.account(row.into(BOOK_ACCOUNT), row.into(BOOK_DAY_BALANCE)));
    }

    private static SortedMap<AccountId, BalanceAt> balancesOf(Book book) {
        SortedMap<AccountId, BalanceAt> balances = new TreeMap<>();
        book.accounts().values().stream()
                .filter(account -> account.sequence() > 0)
                .forEach(account -> balances.put(account.id(), BalanceAt.of(account)));
        return balances;
    }

    private DSLContext sql() {
        return transactions.sql();
    }
}
