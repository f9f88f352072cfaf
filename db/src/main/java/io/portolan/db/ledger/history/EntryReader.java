package io.portolan.db.ledger.history;

import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static io.portolan.db.generated.Tables.BOOK_POSTING;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;

import io.portolan.db.generated.tables.records.BookEventRecord;
import io.portolan.db.generated.tables.records.BookPostingRecord;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.ledger.event.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads entries and postings as the domain knows them. Holds move no money, so they are not among them. */
public final class EntryReader {
    private EntryReader() {}

    /** A payment's entries in the order of posting. */
    public static List<PostedEntry> entriesOf(DSLContext sql, PaymentId payment) {
        List<BookEventRecord> events = sql.selectFrom(BOOK_EVENT)
                .where(BOOK_EVENT.PAYMENT_ID.eq(payment))
                .orderBy(BOOK_EVENT.POSITION)
                .fetch();
        if (events.isEmpty()) {
            return List.of();
        }
        Map<Long, List<BookPostingRecord>> postings = sql
                .selectFrom(BOOK_POSTING)
                .where(or(events.stream().map(EntryReader::isPostingOf).toList()), BOOK_POSTING.AMOUNT.ne(0L))
                .fetch()
                .stream()
                .sorted(Comparator.comparing(BookPostingRecord::getOrdinal))
                .collect(Collectors.groupingBy(BookPostingRecord::getPosition));
        return events.stream()
                .filter(event -> postings.containsKey(event.getPosition()))
                .map(event -> entryOf(event, postings.getOrDefault(event.getPosition(), List.of())))
                .toList();
    }

    public static List<AccountBalance> balances(DSLContext sql) {
        return lastPostings(sql, noCondition()).values().stream()
                .map(last -> new AccountBalance(
                        last.getAccountCode(),
                        new Money(last.getAccountCode().currency(), last.getPostedAfter()),
                        last.getSequence()))
                .sorted(Comparator.comparing(AccountBalance::account))
                .toList();
    }

    /** The last posting of each account that has one: its present state. */
    public static Map<AccountId, BookPostingRecord> lastPostings(DSLContext sql, Condition condition) {
        var last = sql.select(
                        BOOK_POSTING.ACCOUNT_CODE, max(BOOK_POSTING.SEQUENCE).as("sequence"))
                .from(BOOK_POSTING)
                .where(condition)
                .groupBy(BOOK_POSTING.ACCOUNT_CODE)
                .asTable("latest");
        return sql.select(BOOK_POSTING.fields())
                .from(last)
                .join(BOOK_POSTING)
                .on(row(BOOK_POSTING.ACCOUNT_CODE, BOOK_POSTING.SEQUENCE)
                        .eq(row(last.field(BOOK_POSTING.ACCOUNT_CODE), last.field("sequence", Long.class))))
                .fetchMap(BOOK_POSTING.ACCOUNT_CODE, row -> row.into(BOOK_POSTING));
    }

    /** Postings are stored by account and time, and both are in the event. */
    private static Condition isPostingOf(BookEventRecord event) {
        List<AccountId> accounts = ((Event.BalancesChanged)
                        BookRows.event(event).event())
                .postings().stream()
                        .map(posting -> posting.account())
                        .distinct()
                        .toList();
        return BOOK_POSTING.ACCOUNT_CODE.in(accounts).and(BOOK_POSTING.RECORDED_AT.eq(event.getRecordedAt()));
    }

    private static PostedEntry entryOf(BookEventRecord event, List<BookPostingRecord> rows) {
        List<PostedEntry.AccountPosting> stored =
                rows.stream().map(BookRows::accountPosting).toList();
        List<Posting> postings = stored.stream()
                .map(posting -> new Posting(posting.account(), posting.amount()))
                .toList();
        JournalEntry entry =
                new JournalEntry(event.getEventKey(), event.getPaymentId(), event.getNarrative(), postings);
        return new PostedEntry(entry, event.getRecordedAt(), stored);
    }
}
