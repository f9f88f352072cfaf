package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.JOURNAL_ENTRY;
import static io.portolan.db.generated.Tables.POSTING;

import io.portolan.db.column.MultiRow;
import io.portolan.db.generated.tables.records.JournalEntryRecord;
import io.portolan.db.generated.tables.records.PostingRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.domain.ledger.Journal.EntryConflict;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Writes new entries with their lines, each kind in one statement. */
final class EntryWriter {
    private EntryWriter() {}

    static void write(DSLContext sql, Map<JournalEntry, List<PostedEntry.Line>> lines, Instant at) {
        insertEntries(sql, lines.keySet(), at);
        List<String> keys = lines.keySet().stream().map(JournalEntry::key).toList();
        Map<String, Long> ids = idsOf(sql, keys);
        List<PostingRecord> rows = new ArrayList<>();
        lines.forEach((entry, ofEntry) -> rows.addAll(rowsOf(Objects.requireNonNull(ids.get(entry.key())), ofEntry)));
        MultiRow.insert(sql, POSTING, rows);
    }

    /** Entries of one key lock the same accounts, unless they differ: then only the unique key tells. */
    private static void insertEntries(DSLContext sql, Collection<JournalEntry> entries, Instant at) {
        List<JournalEntryRecord> rows = entries.stream()
                .map(entry -> new JournalEntryRecord(null, entry.key(), entry.payment(), entry.narrative(), at))
                .toList();
        try {
            MultiRow.insert(sql, JOURNAL_ENTRY, rows);
        } catch (DataAccessException failure) {
            if (!ServerError.isDuplicateKey(failure)) {
                throw failure;
            }
            List<String> keys = entries.stream().map(JournalEntry::key).toList();
            throw new EntryConflict(String.join(", ", idsOf(sql, keys).keySet()));
        }
    }

    private static Map<String, Long> idsOf(DSLContext sql, List<String> keys) {
        return sql.select(JOURNAL_ENTRY.ENTRY_KEY, JOURNAL_ENTRY.ID)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.ENTRY_KEY.in(keys))
                .fetchMap(JOURNAL_ENTRY.ENTRY_KEY, JOURNAL_ENTRY.ID);
    }

    private static List<PostingRecord> rowsOf(Long entry, List<PostedEntry.Line> lines) {
        List<PostingRecord> rows = new ArrayList<>();
        for (PostedEntry.Line line : lines) {
            rows.add(new PostingRecord(
                    line.account(),
                    line.sequence(),
                    entry,
                    rows.size() + 1,
                    line.amount().minorUnits(),
                    line.before().minorUnits(),
                    line.after().minorUnits()));
        }
        return rows;
    }
}
