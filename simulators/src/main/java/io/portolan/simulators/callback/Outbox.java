package io.portolan.simulators.callback;

import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.store.RowMapper;
import io.portolan.simulators.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The callbacks that are still to be delivered. A callback in flight stays here, due again when its delivery must have
 * ended, so that a killed process sends it once more rather than never.
 */
public final class Outbox {

    /** Longer than one delivery can last. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private static final String COLUMNS =
            "select id, counterparty, url, media_type, body, failures from pending_callback ";

    private static final RowMapper<PendingCallback> PENDING_CALLBACK = row -> new PendingCallback(
            row.getLong("id"),
            new Callback(
                    Counterparty.valueOf(row.getString("counterparty")),
                    row.getString("url"),
                    row.getString("media_type"),
                    row.getString("body")),
            row.getInt("failures"));

    public void add(Sql sql, long instruction, Callback callback, Instant dueAt) {
        sql.insert(
                "insert into pending_callback (instruction, counterparty, url, media_type, body, failures, due_at)"
                        + " values (?, ?, ?, ?, ?, 0, ?)",
                instruction,
                callback.from(),
                callback.url(),
                callback.mediaType(),
                callback.body(),
                dueAt);
    }

    List<PendingCallback> pendingFor(Sql sql, long instruction) {
        return sql.all(COLUMNS + "where instruction = ? order by id", PENDING_CALLBACK, instruction);
    }

    boolean isDue(Sql sql, Instant now) {
        return sql.number("select exists (select 1 from pending_callback where due_at <= ?)", now) == 1;
    }

    /** Claims due callbacks for delivery, the limit at most. */
    List<PendingCallback> claim(Sql sql, Instant now, int limit) {
        var claimed = sql.all(COLUMNS + "where due_at <= ? order by due_at, id limit ?", PENDING_CALLBACK, now, limit);
        claimed.forEach(pending -> postpone(sql, pending.id(), now.plus(LEASE)));
        return claimed;
    }

    void recordDelivery(Sql sql, PendingCallback pending) {
        sql.update("delete from pending_callback where id = ?", pending.id());
    }

    /** Schedules the next attempt, or gives the callback up after the last one. */
    void recordFailure(Sql sql, PendingCallback pending, Instant now) {
        if (pending.failures() >= RETRIES.size()) {
            recordDelivery(sql, pending);
            return;
        }
        sql.update("update pending_callback set failures = failures + 1 where id = ?", pending.id());
        postpone(sql, pending.id(), now.plus(RETRIES.get(pending.failures())));
    }

    private static void postpone(Sql sql, long id, Instant dueAt) {
        sql.update("update pending_callback set due_at = ? where id = ?", dueAt, id);
    }
}
