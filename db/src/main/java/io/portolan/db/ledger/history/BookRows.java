package io.portolan.db.ledger.history;

import io.portolan.db.generated.tables.records.BookAccountRecord;
import io.portolan.db.generated.tables.records.BookDayBalanceRecord;
import io.portolan.db.generated.tables.records.BookEventRecord;
import io.portolan.db.generated.tables.records.BookPostingRecord;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Hashing;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the book as values of the ledger and the domain. */
public final class BookRows {
    private BookRows() {}

    public static EventRow event(BookEventRecord row) {
        return new EventRow(
                row.getPosition(),
                row.getKind(),
                row.getEventKey(),
                row.getRequestHash(),
                row.getRecordedAt(),
                row.getBusinessDate(),
                row.getValueDate(),
                row.getPaymentId(),
                row.getReference(),
                row.getNarrative(),
                row.getBody(),
                row.getHash());
    }

    /** An account after its last posting; null if it has none yet. */
    public static Account account(BookAccountRecord row, @Nullable BookPostingRecord last) {
        return new Account(
                row.getAccountCode(),
                row.getScale(),
                row.getOverdraftAllowed(),
                row.getStatus(),
                last == null ? 0 : last.getSequence(),
                last == null ? 0 : last.getPostedAfter(),
                last == null ? 0 : last.getHeldAfter(),
                last == null ? null : last.getBusinessDate(),
                last == null ? Hashing.ZERO_HASH : last.getHash());
    }

    /** An account at the end of a day. Its status is today's: no balance depends on it. */
    static Account account(BookAccountRecord row, BookDayBalanceRecord day) {
        return new Account(
                row.getAccountCode(),
                row.getScale(),
                row.getOverdraftAllowed(),
                row.getStatus(),
                day.getSequence(),
                day.getPosted(),
                day.getHeld(),
                day.getBusinessDate(),
                day.getHash());
    }

    static PostingRow posting(BookPostingRecord row) {
        return new PostingRow(
                row.getAccountCode(),
                row.getSequence(),
                row.getPosition(),
                row.getOrdinal(),
                row.getRecordedAt(),
                row.getBusinessDate(),
                row.getValueDate(),
                row.getAmount(),
                row.getHoldChange(),
                row.getPostedBefore(),
                row.getPostedAfter(),
                row.getHeldBefore(),
                row.getHeldAfter(),
                row.getHash());
    }

    static PostedEntry.AccountPosting accountPosting(BookPostingRecord row) {
        Currency currency = row.getAccountCode().currency();
        return new PostedEntry.AccountPosting(
                row.getAccountCode(),
                row.getSequence(),
                new Money(currency, row.getAmount()),
                new Money(currency, row.getPostedBefore()),
                new Money(currency, row.getPostedAfter()));
    }
}
