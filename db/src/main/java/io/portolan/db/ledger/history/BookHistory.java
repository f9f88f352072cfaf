package io.portolan.db.ledger.history;

import static io.portolan.db.generated.Tables.BOOK_ACCOUNT;
import static io.portolan.db.generated.Tables.BOOK_CORRECTION;
import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static io.portolan.db.generated.Tables.BOOK_HEAD;
import static io.portolan.db.generated.Tables.BOOK_POSTING;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import io.portolan.db.generated.tables.records.BookEventRecord;
import io.portolan.db.generated.tables.records.BookPostingRecord;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.DayTotals;
import io.portolan.domain.money.Money;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Command.CloseDay;
import io.portolan.ledger.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The state of the book at any instant. Once anything later has been recorded, an instant is settled and its state can no longer change.
 */
public final class BookHistory {
    private static final int MAX_LIMIT = 1_000;
    private static final Table<BookPostingRecord> BY_TIME = BOOK_POSTING.forceIndex("PRIMARY");

    private final Transactions transactions;

    public BookHistory(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The account after the last posting that was recorded at the instant or before: one descent of the index, however long the book. */
    public BalanceAt balanceAt(AccountId account, Instant at) {
        return lastPosting(sql(), account, at)
                .fetchOptional(last -> BalanceAt.of(BookRows.posting(last)))
                .orElseGet(() -> BalanceAt.zero(account));
    }

    /** The index is named, as MySQL may otherwise read an account's postings by their sequence and sort them all. */
    static ResultQuery<BookPostingRecord> lastPosting(DSLContext sql, AccountId account, Instant at) {
        return sql.selectFrom(BY_TIME)
                .where(BOOK_POSTING.ACCOUNT_CODE.eq(account), BOOK_POSTING.RECORDED_AT.le(at))
                .orderBy(BOOK_POSTING.RECORDED_AT.desc(), BOOK_POSTING.SEQUENCE.desc())
                .limit(1);
    }

    /**
     * The account's balance for a business date as it was known at an instant: its balance at the end of the date, and the corrections
     * valued on it or before that had been recorded by then.
     */
    public Money balanceFor(AccountId account, LocalDate date, Instant knownAt) {
        return transactions.snapshot(() -> {
            Instant end = endOf(date, knownAt);
            BigDecimal corrections = sql().select(sum(BOOK_CORRECTION.AMOUNT))
                    .from(BOOK_CORRECTION)
                    .where(
                            BOOK_CORRECTION.ACCOUNT_CODE.eq(account),
                            BOOK_CORRECTION.VALUE_DATE.le(date),
                            BOOK_CORRECTION.RECORDED_AT.gt(end),
                            BOOK_CORRECTION.RECORDED_AT.le(knownAt))
                    .fetchSingle(sum(BOOK_CORRECTION.AMOUNT));
            long later =
                    Objects.requireNonNullElse(corrections, BigDecimal.ZERO).longValueExact();
            return new Money(
                    account.currency(), Math.addExact(balanceAt(account, end).posted(), later));
        });
    }

    /**
     * The account's postings from one instant on and before another, oldest first.
     *
     * @param after the last posting of the page before; null for the first page
     * @param limit 1 to 1,000
     */
    public List<PostingRow> statement(
            AccountId account, Instant from, Instant to, @Nullable PostingRow after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to 1000, not " + limit);
        }
        Condition next = after == null
                ? noCondition()
                : row(BOOK_POSTING.RECORDED_AT, BOOK_POSTING.SEQUENCE).gt(after.recordedAt(), after.sequence());
        Instant start = after == null ? from : after.recordedAt();
        return sql().selectFrom(BY_TIME)
                .where(
                        BOOK_POSTING.ACCOUNT_CODE.eq(account),
                        BOOK_POSTING.RECORDED_AT.ge(start),
                        BOOK_POSTING.RECORDED_AT.lt(to),
                        next)
                .orderBy(BOOK_POSTING.RECORDED_AT, BOOK_POSTING.SEQUENCE)
                .limit(limit)
                .fetch(BookRows::posting);
    }

    /** Whether the account takes postings now; empty if the book has no such account. */
    public Optional<AccountStatus> statusOf(AccountId account) {
        return sql().select(BOOK_ACCOUNT.STATUS)
                .from(BOOK_ACCOUNT)
                .where(BOOK_ACCOUNT.ACCOUNT_CODE.eq(account))
                .fetchOptional(BOOK_ACCOUNT.STATUS);
    }

    /** The totals of a closed business date; empty if the date has not been closed. */
    public Optional<DayTotals> totalsOf(LocalDate date) {
        return DayCuts.last(sql(), BOOK_EVENT.EVENT_KEY.eq(CloseDay.KEY_PREFIX + date))
                .map(row -> ((Event.DayClosed) BookRows.event(row).event()).totals());
    }

    /** When the business date ended, or {@code knownAt} if it had not ended by then. */
    private Instant endOf(LocalDate date, Instant knownAt) {
        LocalDate open = sql().selectFrom(BOOK_HEAD).fetchSingle(BOOK_HEAD.BUSINESS_DATE);
        if (open == null || !date.isBefore(open)) {
            return knownAt;
        }
        Instant end = DayCuts.last(sql(), BOOK_EVENT.EVENT_KEY.le(CloseDay.KEY_PREFIX + date))
                .map(BookEventRecord::getRecordedAt)
                .orElse(Instant.EPOCH);
        return end.isBefore(knownAt) ? end : knownAt;
    }

    private DSLContext sql() {
        return transactions.sql();
    }
}
