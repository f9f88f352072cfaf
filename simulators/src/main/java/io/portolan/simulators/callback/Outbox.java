package io.portolan.simulators.callback;

import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.store.RowMapper;
import io.portolan.simulators.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The callbacks that are still to be delivered. A letter that is being delivered stays here, due again when its delivery
 * must have ended, so that a killed process sends it once more rather than never.
 */
public final class Outbox {

    /** Longer than one delivery can last. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private static final String COLUMNS = "select id, counterparty, url, media_type, body, failures from letter ";

    private static final RowMapper<PendingCallback> PENDING_CALLBACK = row -> new PendingCallback(
            row.getLong("id"),
            new Callback(
                    Counterparty.valueOf(row.getString("counterparty")),
                    row.getString("url"),
                    row.getString("media_type"),
                    row.getString("body")),
            row.getInt("failures"));

    public void add(Sql sql, long instruction, Callback message, Instant dueAt) {
        sql.insert(
                "insert into letter (instruction, counterparty, url, media_type, body, failures, due_at)"
                        + " values (?, ?, ?, ?, ?, 0, ?)",
                instruction,
                message.from(),
                message.url(),
                message.mediaType(),
                message.body(),
                dueAt);
    }

    List<PendingCallback> pendingFor(Sql sql, long instruction) {
        return sql.all(COLUMNS + "where instruction = ? order by id", PENDING_CALLBACK, instruction);
    }

    boolean isDue(Sql sql, Instant now) {
        return sql.number("select exists (select 1 from letter where due_at <= ?)", now) == 1;
    }

    /** Takes up to so many due letters for delivery. */
    List<PendingCallback> claim(Sql sql, Instant now, int most) {
        var letters = sql.all(COLUMNS + "where due_at <= ? order by due_at, id limit ?", PENDING_CALLBACK, now, most);
        letters.forEach(letter -> postpone(sql, letter.id(), now.plus(LEASE)));
        return letters;
    }

    void recordDelivery(Sql sql, PendingCallback letter) {
        sql.update("delete from letter where id = ?", letter.id());
    }

    /** Has the letter tried again after a while, or gives it up when it was tried often enough. */
    void recordFailure(Sql sql, PendingCallback letter, Instant now) {
        if (letter.failures() >= RETRIES.size()) {
            recordDelivery(sql, letter);
            return;
        }
        sql.update("update letter set failures = failures + 1 where id = ?", letter.id());
        postpone(sql, letter.id(), now.plus(RETRIES.get(letter.failures())));
    }

    private static void postpone(Sql sql, long id, Instant dueAt) {
        sql.update("update letter set due_at = ? where id = ?", dueAt, id);
    }
}
