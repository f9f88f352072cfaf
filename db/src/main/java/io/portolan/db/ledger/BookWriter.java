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

/** Writes what happened to the book: many events in a few statements. The head is locked. */
final class BookWriter {
    private final DSLContext sql;

    BookWriter(DSLContext sql) {
        this.sql = sql;
    }

    /** What happened, and where the book stands now. */
    void write(Decision.Accepted accepted) {
        Book after = accepted.book();
        insertEvents(accepted.events());
        insertLines(accepted.lines());
        insertBackValues(accepted.lines());
        insertDayEnds(accepted.dayEnds());
        insertOpened(after, accepted.events());
        accepted.events().forEach(event -> remember(after, event));
        moveHead(after);
    }

    private void moveHead(Book book) {
        sql.update(BOOK_HEAD)
                .set(BOOK_HEAD.POSITION, book.position())
                .set(BOOK_HEAD.RECORDED_AT, book.at())
                .set(BOOK_HEAD.BUSINESS_DATE, book.businessDate())
                .set(BOOK_HEAD.HASH, book.hash())
                .execute();
    }

    private void insertEvents(List<EventRow> events) {
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
        rows.insert(sql);
    }

    private void insertLines(List<Line> lines) {
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
        rows.insert(sql);
    }

    private void insertBackValues(List<Line> lines) {
        LiteralRows rows = new LiteralRows(BOOK_BACK_VALUE, 0);
        lines.stream()
                .filter(line -> line.valueDate().isBefore(line.businessDate()))
                .forEach(line -> rows.row()
                        .plain(line.account().code())
                        .plain(line.valueDate())
                        .at(line.at())
                        .number(line.sequence())
                        .number(line.amount()));
        rows.insert(sql);
    }

    private void insertDayEnds(List<Account> accounts) {
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
        rows.insert(sql);
    }

    /** What the book knows of an account or a hold beside its lines. */
    private void remember(Book after, EventRow row) {
        switch (row.kind()) {
            case ACCOUNT_FROZEN, ACCOUNT_UNFROZEN, ACCOUNT_CLOSED -> update(account(after, row));
            case HELD -> insertHold(row);
            case POSTED, RELEASED -> endHold(row);
            case ACCOUNT_OPENED, BOOK_OPENED, CORRECTED, REVERSED, DAY_CLOSED -> {}
        }
    }

    private void insertOpened(Book after, List<EventRow> events) {
        LiteralRows rows = new LiteralRows(BOOK_ACCOUNT, 0);
        events.stream()
                .filter(event -> event.kind() == EventKind.ACCOUNT_OPENED)
                .map(event -> account(after, event))
                .forEach(account -> rows.row()
                        .plain(account.id().code())
                        .number(account.scale())
                        .number(account.overdraftAllowed() ? 1 : 0)
                        .plain(account.status()));
        rows.insert(sql);
    }

    private void update(Account account) {
        sql.update(BOOK_ACCOUNT)
                .set(BOOK_ACCOUNT.STATUS, account.status())
                .where(BOOK_ACCOUNT.ACCOUNT_CODE.eq(account.id()))
                .execute();
    }

    private void insertHold(EventRow row) {
        Movement held = ((Event.Moved) row.event()).movements().getFirst();
        sql.insertInto(BOOK_HOLD)
                .set(new BookHoldRecord(row.key(), held.account(), held.holdChange(), null))
                .execute();
    }

    private void endHold(EventRow row) {
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
