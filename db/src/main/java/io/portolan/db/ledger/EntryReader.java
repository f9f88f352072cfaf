package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.JOURNAL_ENTRY;
import static io.portolan.db.generated.Tables.POSTING;

import io.portolan.db.generated.tables.records.JournalEntryRecord;
import io.portolan.db.generated.tables.records.PostingRecord;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads entries with their lines, in the order of posting, in one statement. */
final class EntryReader {
    private EntryReader() {}

    static List<PostedEntry> read(DSLContext sql, Condition ofEntry) {
        return sql
                .select(JOURNAL_ENTRY.fields())
                .select(POSTING.fields())
                .from(JOURNAL_ENTRY)
                .join(POSTING)
                .on(POSTING.ENTRY_ID.eq(JOURNAL_ENTRY.ID))
                .where(ofEntry)
                .orderBy(JOURNAL_ENTRY.ID, POSTING.LINE)
                .fetchGroups(row -> row.into(JOURNAL_ENTRY), row -> row.into(POSTING))
                .entrySet()
                .stream()
                .map(group -> entryOf(group.getKey(), group.getValue()))
                .toList();
    }

    static PostedEntry.Line lineOf(PostingRecord row) {
        AccountId account = row.getAccountCode();
        Currency currency = account.currency();
        return new PostedEntry.Line(
                account,
                row.getSequence(),
                new Money(currency, row.getAmount()),
                new Money(currency, row.getBalanceBefore()),
                new Money(currency, row.getBalanceAfter()));
    }

    private static PostedEntry entryOf(JournalEntryRecord entry, List<PostingRecord> postings) {
        List<PostedEntry.Line> lines =
                postings.stream().map(EntryReader::lineOf).toList();
        List<Posting> moves = lines.stream()
                .map(line -> new Posting(line.account(), line.amount()))
                .toList();
        JournalEntry content = new JournalEntry(entry.getEntryKey(), entry.getPaymentId(), entry.getNarrative(), moves);
        return new PostedEntry(content, entry.getPostedAt(), lines);
    }
}
