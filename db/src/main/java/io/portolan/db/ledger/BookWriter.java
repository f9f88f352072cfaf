package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_ACCOUNT;
import static io.portolan.db.generated.Tables.BOOK_CORRECTION;
import static io.portolan.db.generated.Tables.BOOK_DAY_BALANCE;
import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static io.portolan.db.generated.Tables.BOOK_HEAD;
import static io.portolan.db.generated.Tables.BOOK_HOLD;
import static io.portolan.db.generated.Tables.BOOK_POSTING;

import io.portolan.db.generated.tables.records.BookHoldRecord;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventPosting;
import io.portolan.ledger.event.EventRow;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** Writes events and what is derived from them: many events in a few statements, which are built in advance. The head is locked when they run. */
final class BookWriter {
    private final CommandResult.Applied applied;
    private final List<BulkInsert> inserts;
    private final PaymentBalanceRows paymentBalances;

    /** @param before the book as it is stored */
    BookWriter(Book before, CommandResult.Applied applied) {
        this.applied = applied;
        this.paymentBalances = new PaymentBalanceRows(before, applied);
        this.inserts = List.of(
                events(applied.events()),
                postings(applied.postings()),
                corrections(applied.postings()),
                dayBalances(applied.dayEnds()),
                newAccounts(applied.book(), applied.events()));
    }

    /** Writes the events, their rows and the new head. */
    void write(DSLContext sql) {
        inserts.forEach(rows -> rows.execute(sql));
        paymentBalances.write(sql);
        applied.events().forEach(event -> writeAccountOrHold(sql, event));
        Book book = applied.book();
        sql.update(BOOK_HEAD)
                .set(BOOK_HEAD.POSITION, book.position())
                .set(BOOK_HEAD.RECORDED_AT, book.recordedAt())
                .set(BOOK_HEAD.BUSINESS_DATE, book.businessDate())
                .set(BOOK_HEAD.HASH, book.hash())
                .execute();
    }

    private static BulkInsert events(List<EventRow> events) {
        BulkInsert rows = new BulkInsert(BOOK_EVENT, events.size());
        for (EventRow event : events) {
            rows.startRow()
                    .number(event.position())
                    .literal(event.kind())
                    .text(event.key())
                    .hash(event.requestHash())
                    .at(event.recordedAt())
                    .literal(event.businessDate())
                    .literal(event.valueDate())
                    .text(event.payment() == null ? null : event.payment().value())
                    .text(event.reference())
                    .text(event.narrative())
                    .text(event.body())
                    .hash(event.hash());
        }
        return rows;
    }

    private static BulkInsert postings(List<PostingRow> postings) {
        BulkInsert rows = new BulkInsert(BOOK_POSTING, postings.size());
        for (PostingRow posting : postings) {
            rows.startRow()
                    .literal(posting.account().code())
                    .number(posting.sequence())
                    .number(posting.position())
                    .number(posting.ordinal())
                    .at(posting.recordedAt())
                    .literal(posting.businessDate())
                    .literal(posting.valueDate())
                    .number(posting.amount())
                    .number(posting.holdChange())
                    .number(posting.postedBefore())
                    .number(posting.postedAfter())
                    .number(posting.heldBefore())
                    .number(posting.heldAfter())
                    .hash(posting.hash());
        }
        return rows;
    }

    private static BulkInsert corrections(List<PostingRow> postings) {
        BulkInsert rows = new BulkInsert(BOOK_CORRECTION, 0);
        postings.stream()
                .filter(posting -> posting.valueDate().isBefore(posting.businessDate()))
                .forEach(posting -> rows.startRow()
                        .literal(posting.account().code())
                        .literal(posting.valueDate())
                        .at(posting.recordedAt())
                        .number(posting.sequence())
                        .number(posting.amount()));
        return rows;
    }

    private static BulkInsert dayBalances(List<Account> accounts) {
        BulkInsert rows = new BulkInsert(BOOK_DAY_BALANCE, accounts.size());
        for (Account account : accounts) {
            rows.startRow()
                    .literal(account.id().code())
                    .literal(Objects.requireNonNull(account.lastChangeDate()))
                    .number(account.sequence())
                    .number(account.posted())
                    .number(account.held())
                    .hash(account.hash());
        }
        return rows;
    }

    /** Changes the account or hold that the event is about. */
    private void writeAccountOrHold(DSLContext sql, EventRow row) {
        switch (row.kind()) {
            case ACCOUNT_FROZEN, ACCOUNT_UNFROZEN, ACCOUNT_CLOSED -> update(sql, account(applied.book(), row));
            case HELD -> insertHold(sql, row);
            case POSTED, RELEASED -> endHold(sql, row);
            case ACCOUNT_OPENED, BOOK_OPENED, CORRECTED, REVERSED, DAY_CLOSED -> {}
        }
    }

    private static BulkInsert newAccounts(Book after, List<EventRow> events) {
        BulkInsert rows = new BulkInsert(BOOK_ACCOUNT, 0);
        events.stream()
                .filter(event -> event.kind() == EventKind.ACCOUNT_OPENED)
                .map(event -> account(after, event))
                .forEach(account -> rows.startRow()
                        .literal(account.id().code())
                        .number(account.scale())
                        .number(account.overdraftAllowed() ? 1 : 0)
                        .literal(account.status()));
        return rows;
    }

    private static void update(DSLContext sql, Account account) {
        sql.update(BOOK_ACCOUNT)
                .set(BOOK_ACCOUNT.STATUS, account.status())
                .where(BOOK_ACCOUNT.ACCOUNT_CODE.eq(account.id()))
                .execute();
    }

    private static void insertHold(DSLContext sql, EventRow row) {
        EventPosting held = ((Event.BalancesChanged) row.event()).postings().getFirst();
        sql.insertInto(BOOK_HOLD)
                .set(new BookHoldRecord(row.key(), held.account(), held.holdChange(), null))
                .execute();
    }

    private static void endHold(DSLContext sql, EventRow row) {
        if (row.reference() != null) {
            sql.update(BOOK_HOLD)
                    .set(BOOK_HOLD.ENDED_POSITION, row.position())
                    .where(BOOK_HOLD.HOLD_KEY.eq(row.reference()))
                    .execute();
        }
    }

    private static Account account(Book after, EventRow changed) {
        AccountId id = ((Event.AccountChanged) changed.event()).account();
        return after.accounts().find(id).orElseThrow();
    }
}
