package io.portolan.db.audit;

import io.portolan.domain.ledger.AuditFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/**
 * The findings of the statements, without what follows from them: the first of the events, and the first of each account. All statements return the
 * same columns: row_table, row_sequence, at_position, row_key, account_code, expected and found (STORED is a reserved word of MySQL).
 */
final class SqlFindings {
    private static final long MAX_MISSING_NAMED = 1_000;

    private final Map<Long, AuditFinding.RowId> wrongEvents = new HashMap<>();
    private final Set<String> wrongAccounts = new HashSet<>();
    private final List<AuditFinding> findings = new ArrayList<>();

    void addAll(Result<Record> rows) {
        rows.forEach(this::add);
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    boolean isAnyEventWrong() {
        return !wrongEvents.isEmpty();
    }

    List<AuditFinding> all() {
        return findings;
    }

    private void add(Record row) {
        String table = text(row, "row_table");
        long sequence = row.get("row_sequence", Long.class);
        long position = row.get("at_position", Long.class);
        switch (table) {
            case "book_event" -> addEvent(row, sequence, position);
            case "book_posting" -> addPosting(row, sequence, position);
            default -> addDerivedRow(row, new AuditFinding.RowId.OfDerivedRow(table, text(row, "row_key")), position);
        }
    }

    /** Without a key it is missing, and so are all before the position. */
    private void addEvent(Record row, long sequence, long position) {
        AuditFinding.RowId id = new AuditFinding.RowId.OfEvent(sequence, text(row, "row_key"));
        if (wrongEvents.isEmpty()) {
            findings.add(finding(row, id));
        }
        wrongEvents.putIfAbsent(sequence, id);
        for (long missing = sequence + 1; missing < Math.min(position, sequence + MAX_MISSING_NAMED); missing++) {
            wrongEvents.putIfAbsent(missing, new AuditFinding.RowId.OfEvent(missing, ""));
        }
    }

    private void addPosting(Record row, long sequence, long position) {
        String account = text(row, "account_code");
        AuditFinding.RowId wrongEvent = wrongEvents.get(position);
        if (wrongAccounts.add(account)) {
            findings.add(finding(
                    row, wrongEvent == null ? new AuditFinding.RowId.OfPosting(account, sequence) : wrongEvent));
        }
    }

    private void addDerivedRow(Record row, AuditFinding.RowId id, long position) {
        String account = row.get("account_code", String.class);
        boolean followsFromEvent = wrongEvents.containsKey(position);
        if (!followsFromEvent && (account == null || wrongAccounts.add(account))) {
            findings.add(finding(row, id));
        }
    }

    private static AuditFinding finding(Record row, AuditFinding.RowId id) {
        String account = row.get("account_code", String.class);
        String expected = text(row, "expected");
        String stored = text(row, "found");
        return account == null
                ? new AuditFinding(id, expected, stored, null)
                : AuditFinding.on(account, id, expected, stored);
    }

    private static String text(Record row, String column) {
        return orEmpty(row.get(column, String.class));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
