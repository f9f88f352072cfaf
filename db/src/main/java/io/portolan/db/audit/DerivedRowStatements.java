package io.portolan.db.audit;

import java.util.List;

/** Queries about the tables whose rows are derived from events and postings. */
final class DerivedRowStatements {
    /** The open business date according to the last event. */
    private static final String OPEN_DATE = """
            CASE last_event.kind WHEN 'DAY_CLOSED' THEN LEFT(last_event.body, 10)
                ELSE CONCAT(last_event.business_date, '') END""";

    /** The head against the last event. A later head with another hash, too, has seen events that are gone. */
    static final String HEAD = """
            SELECT CASE WHEN head.position > COALESCE(last_event.position, 0) AND head.hash
                <> COALESCE(last_event.hash, '')
                    THEN 'book_event' ELSE 'book_head' END AS row_table,
                COALESCE(last_event.position, 0) + 1 AS row_sequence, head.position + 1 AS at_position,
                '' AS row_key, NULL AS account_code,
                CASE WHEN head.position > COALESCE(last_event.position, 0) AND head.hash
                    <> COALESCE(last_event.hash, '')
                    THEN CONCAT('an event at this position (book_head is at ', head.position, ')')
                    ELSE CONCAT_WS(' ', last_event.position, last_event.recorded_at, %1$s, LOWER(HEX(last_event.hash)))
                    END AS expected,
                CONCAT_WS(' ', head.position, head.recorded_at, head.business_date, LOWER(HEX(head.hash))) AS found
            FROM book_head head LEFT JOIN book_event last_event
                ON last_event.position = (SELECT MAX(position) FROM book_event)
            WHERE head.position <> COALESCE(last_event.position, 0) OR head.recorded_at <> last_event.recorded_at
                OR head.hash <> last_event.hash OR COALESCE(CONCAT(head.business_date, ''), '')
                    <> %1$s""".formatted(OPEN_DATE);

    /** Each closed date's number of accounts and totals against the event that closed it. The Merkle root is left to the replay. */
    static final String DAY_TOTALS = """
            WITH total AS (
                SELECT business_date, SUBSTRING_INDEX(account_code, ':', -1) AS currency,
                    SUM(posted) AS posted, SUM(held) AS held, COUNT(*) AS accounts
                FROM book_day_balance GROUP BY business_date, SUBSTRING_INDEX(account_code, ':', -1)),
            counted AS (
                SELECT total.*, SUM(accounts) OVER (PARTITION BY business_date) AS all_accounts FROM total)
            SELECT 'book_day_balance' AS row_table, 0 AS row_sequence, COALESCE(event.position, 0) AS at_position,
                CONCAT(counted.business_date, ' ', currency) AS row_key, NULL AS account_code,
                COALESCE(event.body, 'no closed day') AS expected,
                CONCAT(all_accounts, ' accounts, ', currency, ' ', posted, ' ', held) AS found
            FROM counted LEFT JOIN book_event event ON event.event_key = CONCAT('day/', counted.business_date)
            WHERE event.position IS NULL
                OR LOCATE(CONCAT(';', currency, ' ', posted, ' ', held, ';'), CONCAT(event.body, ';')) = 0
                OR SUBSTRING_INDEX(SUBSTRING_INDEX(event.body, ' ', 2), ' ', -1) <> CONCAT(all_accounts, '')
            ORDER BY counted.business_date LIMIT 1""";

    /** About some accounts; the parameters are the first and the last. */
    static final List<String> BY_ACCOUNT = List.of("""
            SELECT 'book_day_balance' AS row_table, 0 AS row_sequence, 0 AS at_position,
                CONCAT(day.account_code, ' ', day.business_date) AS row_key, day.account_code,
                CASE WHEN posting.sequence IS NULL THEN 'none'
                    ELSE CONCAT_WS(' ', posting.sequence, posting.posted_after, posting.held_after,
                        LOWER(HEX(posting.hash)),
                        'on', posting.business_date) END AS expected,
                CONCAT_WS(' ', day.sequence, day.posted, day.held, LOWER(HEX(day.hash)), 'on', day.business_date)
                    AS found
            FROM book_day_balance day
                LEFT JOIN book_posting posting ON posting.account_code = day.account_code
                    AND posting.sequence = day.sequence
                LEFT JOIN book_posting later ON later.account_code = day.account_code
                    AND later.sequence = day.sequence + 1
            WHERE day.account_code >= ? AND day.account_code <= ?
                AND (posting.sequence IS NULL OR posting.posted_after <> day.posted OR posting.held_after <> day.held
                    OR posting.hash <> day.hash OR posting.business_date <> day.business_date
                    OR later.business_date <= day.business_date)
            ORDER BY day.account_code, day.business_date LIMIT 1000""", """
            WITH day_end AS (
                SELECT account_code, business_date, MAX(sequence) AS sequence
                FROM book_posting FORCE INDEX (PRIMARY) WHERE account_code >= ? AND account_code <= ?
                    AND business_date < (
                        SELECT CASE kind WHEN 'DAY_CLOSED' THEN LEFT(body, 10) ELSE CONCAT(business_date, '') END
                        FROM book_event ORDER BY position DESC LIMIT 1)
                GROUP BY account_code, business_date)
            SELECT 'book_day_balance' AS row_table, 0 AS row_sequence, 0 AS at_position,
                CONCAT(day_end.account_code, ' ', day_end.business_date) AS row_key, day_end.account_code,
                CONCAT('posting ', day_end.sequence) AS expected, 'none' AS found
            FROM day_end LEFT JOIN book_day_balance day
                ON day.account_code = day_end.account_code AND day.business_date = day_end.business_date
            WHERE day.account_code IS NULL
            ORDER BY day_end.account_code, day_end.business_date LIMIT 1000""", """
            SELECT 'book_correction' AS row_table, 0 AS row_sequence, 0 AS at_position,
                CONCAT_WS(' ', correction.account_code, correction.value_date, correction.sequence) AS row_key,
                    correction.account_code,
                CASE WHEN posting.sequence IS NULL THEN 'none'
                    ELSE CONCAT_WS(' ', posting.amount, 'at', posting.recorded_at, 'for', posting.value_date) END
                        AS expected,
                CONCAT_WS(' ', correction.amount, 'at', correction.recorded_at, 'for', correction.value_date) AS found
            FROM book_correction correction
                LEFT JOIN book_posting posting ON posting.account_code = correction.account_code
                    AND posting.sequence = correction.sequence
            WHERE correction.account_code >= ? AND correction.account_code <= ?
                AND (posting.sequence IS NULL OR posting.amount <> correction.amount OR posting.recorded_at
                    <> correction.recorded_at
                    OR posting.value_date <> correction.value_date OR posting.value_date >= posting.business_date)
            ORDER BY correction.account_code, correction.sequence LIMIT 1000""", """
            SELECT 'book_correction' AS row_table, 0 AS row_sequence, 0 AS at_position,
                CONCAT_WS(' ', posting.account_code, posting.value_date, posting.sequence) AS row_key,
                    posting.account_code,
                CONCAT_WS(' ', posting.amount, 'at', posting.recorded_at, 'for', posting.value_date) AS expected,
                    'none' AS found
            FROM book_posting posting FORCE INDEX (PRIMARY) LEFT JOIN book_correction correction
                ON correction.account_code = posting.account_code AND correction.value_date = posting.value_date
                AND correction.sequence = posting.sequence
            WHERE posting.account_code >= ? AND posting.account_code <= ? AND posting.value_date < posting.business_date
                AND correction.account_code IS NULL
            ORDER BY posting.account_code, posting.sequence LIMIT 1000""");

    /** Accounts against the events that opened and closed them, and holds against those that began and ended them. */
    static final List<String> BY_KEY = List.of("""
            SELECT 'book_account' AS row_table, 0 AS row_sequence, COALESCE(opened.position, 0) AS at_position,
                account.account_code AS row_key, account.account_code,
                CONCAT(COALESCE(opened.body, 'no opening'), CASE WHEN closed.position IS NULL
                    THEN '' ELSE ' CLOSED' END)
                    AS expected,
                CONCAT_WS(' ', account.account_code, account.scale,
                    CASE account.overdraft_allowed WHEN 0 THEN 'no-overdraft' ELSE 'overdraft' END, account.status)
                    AS found
            FROM book_account account
                LEFT JOIN book_event opened ON opened.event_key = CONCAT('account/', account.account_code, '/opened')
                LEFT JOIN book_event closed ON closed.event_key = CONCAT('account/', account.account_code, '/closed')
            WHERE opened.position IS NULL
                OR opened.body <> CONCAT_WS(' ', account.account_code, account.scale,
                    CASE account.overdraft_allowed WHEN 0 THEN 'no-overdraft' ELSE 'overdraft' END)
                OR (account.status = 'CLOSED') <> (closed.position IS NOT NULL)
                OR account.status NOT IN ('OPEN', 'FROZEN', 'CLOSED')
            ORDER BY account.account_code LIMIT 1000""", """
            SELECT 'book_hold' AS row_table, 0 AS row_sequence, COALESCE(held.position, 0) AS at_position,
                hold.hold_key AS row_key,
                hold.account_code,
                CASE WHEN held.position IS NULL THEN 'none'
                    ELSE CONCAT_WS(' ', held.body, 'ended for', ended.reference) END AS expected,
                CONCAT_WS(' ', hold.account_code, 0, hold.amount, 'ended by', hold.ended_position) AS found
            FROM book_hold hold
                LEFT JOIN book_event held ON held.event_key = hold.hold_key AND held.kind = 'HELD'
                LEFT JOIN book_event ended ON ended.position = hold.ended_position
            WHERE held.position IS NULL OR held.body <> CONCAT_WS(' ', hold.account_code, 0, hold.amount)
                OR hold.ended_position IS NOT NULL AND (ended.position IS NULL OR ended.reference IS NULL
                    OR ended.reference <> hold.hold_key OR ended.kind NOT IN ('POSTED', 'RELEASED'))
            ORDER BY hold.hold_key LIMIT 1000""");

    /** Events of a page whose account or hold is missing or not ended by them. Parameters as in {@link EventStatements}. */
    static final String MISSING = """
            SELECT CASE event.kind WHEN 'ACCOUNT_OPENED' THEN 'book_account' ELSE 'book_hold' END AS row_table,
                0 AS row_sequence, event.position AS at_position,
                CASE event.kind WHEN 'ACCOUNT_OPENED' THEN SUBSTRING_INDEX(event.body, ' ', 1)
                    WHEN 'HELD' THEN event.event_key ELSE event.reference END AS row_key,
                SUBSTRING_INDEX(SUBSTRING_INDEX(event.body, ';', -1), ' ', 1) AS account_code,
                CONCAT(event.kind, ' ', event.body) AS expected,
                CASE WHEN hold.hold_key IS NULL THEN 'none' ELSE CONCAT_WS(' ', 'ended by', hold.ended_position) END
                    AS found
            FROM book_event event
                LEFT JOIN book_account account ON event.kind = 'ACCOUNT_OPENED'
                    AND account.account_code = SUBSTRING_INDEX(event.body, ' ', 1)
                LEFT JOIN book_hold hold ON hold.hold_key
                    = CASE event.kind WHEN 'HELD' THEN event.event_key ELSE event.reference END
            WHERE event.position > ? AND event.position <= ?
                AND (event.kind = 'ACCOUNT_OPENED' AND account.account_code IS NULL
                    OR event.kind = 'HELD' AND hold.hold_key IS NULL
                    OR event.kind IN ('POSTED', 'RELEASED') AND event.reference IS NOT NULL
                        AND (hold.ended_position IS NULL OR hold.ended_position <> event.position))
            ORDER BY event.position LIMIT 1000""";

    private DerivedRowStatements() {}
}
