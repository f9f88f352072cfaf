package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_ACCOUNT;
import static io.portolan.db.generated.Tables.BOOK_BACK_VALUE;
import static io.portolan.db.generated.Tables.BOOK_DAY;
import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static io.portolan.db.generated.Tables.BOOK_HEAD;
import static io.portolan.db.generated.Tables.BOOK_HOLD;
import static io.portolan.db.generated.Tables.BOOK_LINE;

import io.portolan.db.generated.tables.records.BookHoldRecord;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.command.Decision;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Movement;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** Writes what happened to the book: many events in a few statements, made ready beforehand. The head is locked when they run. */
final class BookWriter {
    private final Decision.Accepted accepted;
    private final List<LiteralRows> inserts;

    BookWriter(Decision.Accepted accepted) {
        this.accepted = accepted;
        this.inserts = List.of(
                events(accepted.events()),
                lines(accepted.lines()),
                backValues(accepted.lines()),
                dayEnds(accepted.dayEnds()),
                opened(accepted.book(), accepted.events()));
    }

    /** What happened, and where the book stands now. */
    void write(DSLContext sql) {
        inserts.forEach(rows -> rows.insert(sql));
        accepted.events().forEach(event -> remember(sql, event));
        Book book = accepted.book();
        sql.update(BOOK_HEAD)
                .set(BOOK_HEAD.POSITION, book.position())
                .set(BOOK_HEAD.RECORDED_AT, book.at())
                .set(BOOK_HEAD.BUSINESS_DATE, book.businessDate())
                .set(BOOK_HEAD.HASH, book.hash())
                .execute();
    }

    private static LiteralRows events(List<EventRow> events) {
        LiteralRows rows = new LiteralRows(BOOK_EVENT, events.size());
        for (EventRow event : events) {
            rows.row()
                    .number(event.position())
                    .plain(event.kind())
                    .text(event.key())
                    .hash(event.requestHash())
                    .at(event.at())
                    .plain(event.businessDate())
                    .plain(event.valueDate())
                    .text(event.payment() == null ? null : event.payment().value())
                    .text(event.reference())
                    .text(event.narrative())
                    .text(event.body())
                    .hash(event.hash());
        }
        return rows;
    }

    private static LiteralRows lines(List<Line> lines) {
        LiteralRows rows = new LiteralRows(BOOK_LINE, lines.size());
        for (Line line : lines) {
            rows.row()
                    .plain(line.account().code())
                    .number(line.sequence())
                    .number(line.position())
                    .number(line.ordinal())
                    .at(line.at())
                    .plain(line.businessDate())
                    .plain(line.valueDate())
                    .number(line.amount())
                    .number(line.holdChange())
                    .number(line.postedBefore())
                    .number(line.postedAfter())
                    .number(line.heldBefore())
                    .number(line.heldAfter())
                    .hash(line.hash());
        }
        return rows;
    }

    private static LiteralRows backValues(List<Line> lines) {
        LiteralRows rows = new LiteralRows(BOOK_BACK_VALUE, 0);
        lines.stream()
                .filter(line -> line.valueDate().isBefore(line.businessDate()))
                .forEach(line -> rows.row()
                        .plain(line.account().code())
                        .plain(line.valueDate())
                        .at(line.at())
                        .number(line.sequence())
                        .number(line.amount()));
        return rows;
    }

    private static LiteralRows dayEnds(List<Account> accounts) {
        LiteralRows rows = new LiteralRows(BOOK_DAY, accounts.size());
        for (Account account : accounts) {
            rows.row()
                    .plain(account.id().code())
                    .plain(Objects.requireNonNull(account.movedOn()))
                    .number(account.sequence())
                    .number(account.posted())
                    .number(account.held())
                    .hash(account.hash());
        }
        return rows;
    }

    /** What the book knows of an account or a hold beside its lines. */
    private void remember(DSLContext sql, EventRow row) {
        switch (row.kind()) {
            case ACCOUNT_FROZEN, ACCOUNT_UNFROZEN, ACCOUNT_CLOSED -> update(sql, account(accepted.book(), row));
            case HELD -> insertHold(sql, row);
            case POSTED, RELEASED -> endHold(sql, row);
            case ACCOUNT_OPENED, BOOK_OPENED, CORRECTED, REVERSED, DAY_CLOSED -> {}
        }
    }

    private static LiteralRows opened(Book after, List<EventRow> events) {
        LiteralRows rows = new LiteralRows(BOOK_ACCOUNT, 0);
        events.stream()
                .filter(event -> event.kind() == EventKind.ACCOUNT_OPENED)
                .map(event -> account(after, event))
                .forEach(account -> rows.row()
                        .plain(account.id().code())
                        .number(account.scale())
                        .number(account.overdraftAllowed() ? 1 : 0)
                        .plain(account.status()));
        return rows;
    }

    private static void update(DSLContext sql, Account account) {
        sql.update(BOOK_ACCOUNT)
                .set(BOOK_ACCOUNT.STATUS, account.status())
                .where(BOOK_ACCOUNT.ACCOUNT_CODE.eq(account.id()))
                .execute();
    }

    private static void insertHold(DSLContext sql, EventRow row) {
        Movement held = ((Event.Moved) row.event()).movements().getFirst();
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
