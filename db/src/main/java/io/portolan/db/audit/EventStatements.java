package io.portolan.db.audit;

/** What is asked about a page of events. Each statement's parameters: the last position before the page, and the page's last. */
final class EventStatements {
    /** The end of the page after a position, of so many events at most: asked with the position, the same, the farthest end, and the same again. */
    static final String PAGE_END = """
            SELECT COALESCE(
                (SELECT MAX(position) FROM book_event WHERE position > ? AND position <= ?),
                (SELECT MIN(position) FROM book_event WHERE position > ?))""";

    /** The wrong ones of the chain: the first is the cause. Here the page begins with the event before it, for LAG to look at. */
    static final String CHAIN = """
            WITH chain AS (
                SELECT position, kind, event_key, recorded_at, business_date, value_date, hash,
                    COALESCE(LAG(position) OVER w, 0) AS before_position,
                    LAG(recorded_at) OVER w AS before_at,
                    LAG(CASE kind WHEN 'DAY_CLOSED' THEN LEFT(body, 10) ELSE CONCAT(business_date, '') END) OVER w
                        AS open_date,
                    UNHEX(SHA2(CONCAT_WS(CHAR(10 USING utf8mb4),
                        COALESCE(LAG(LOWER(HEX(hash))) OVER w, REPEAT('0', 64)), position, kind, event_key,
                        LOWER(HEX(request_hash)), recorded_at, business_date, value_date, COALESCE(payment_id, ''),
                        COALESCE(reference, ''), narrative, body), 256)) AS right_hash
                FROM book_event WHERE position >= ? AND position <= ?
                WINDOW w AS (ORDER BY position))
            SELECT 'book_event' AS entry_table, before_position + 1 AS entry_number, position AS at_position,
                CASE WHEN before_position + 1 < position THEN '' ELSE event_key END AS entry_key,
                NULL AS account_code,
                CASE WHEN before_position + 1 < position THEN CONCAT('an event, as ', position, ' follows')
                    WHEN right_hash <> hash THEN CONCAT('hash ', LOWER(HEX(right_hash)))
                    WHEN before_at >= recorded_at THEN CONCAT('a time after ', before_at)
                    WHEN open_date <> CONCAT(business_date, '') THEN CONCAT('business date ', open_date)
                    ELSE CONCAT('a value date that fits ', kind, ' on ', business_date) END AS expected,
                CASE WHEN before_position + 1 < position THEN 'none'
                    WHEN right_hash <> hash THEN LOWER(HEX(hash))
                    WHEN before_at >= recorded_at THEN CONCAT(recorded_at, '')
                    WHEN open_date <> CONCAT(business_date, '') THEN CONCAT(business_date, '')
                    ELSE CONCAT(value_date, '') END AS present
            FROM chain
            WHERE position > ? AND (before_position + 1 < position OR right_hash <> hash
                OR before_at >= recorded_at OR open_date <> CONCAT(business_date, '')
                OR (kind = 'CORRECTED') <> (value_date < business_date))
            ORDER BY position LIMIT 1000""";

    /** How many movements the page's longest event has. */
    static final String MOST_MOVES = """
            SELECT COALESCE(MAX(1 + CHAR_LENGTH(body) - CHAR_LENGTH(REPLACE(body, ';', ''))), 1)
            FROM book_event WHERE position > ? AND position <= ?""";

    /** The movements of the page's events, one a row: the first parameter is how many the longest event has. */
    private static final String MOVES = """
            WITH RECURSIVE place (ordinal) AS (
                SELECT 1 UNION ALL SELECT ordinal + 1 FROM place WHERE ordinal < ?),
            moved AS (
                SELECT position, event_key, recorded_at, business_date, value_date, body,
                    1 + CHAR_LENGTH(body) - CHAR_LENGTH(REPLACE(body, ';', '')) AS moves
                FROM book_event
                WHERE position > ? AND position <= ?
                    AND kind NOT IN ('BOOK_OPENED', 'ACCOUNT_OPENED', 'ACCOUNT_FROZEN', 'ACCOUNT_UNFROZEN',
                        'ACCOUNT_CLOSED', 'DAY_CLOSED')),
            move AS (
                SELECT m.position, m.event_key, m.recorded_at, m.business_date, m.value_date, place.ordinal,
                    SUBSTRING_INDEX(SUBSTRING_INDEX(m.body, ';', place.ordinal), ';', -1) AS movement
                FROM moved m JOIN place ON place.ordinal <= m.moves)
            """;

    /** Movements that do not sum to zero in a currency. */
    static final String OFF_BALANCE = MOVES + """
            SELECT 'book_event' AS entry_table, position AS entry_number, position AS at_position, MAX(event_key) AS entry_key,
                NULL AS account_code, CONCAT('a sum of 0 ', currency) AS expected, CONCAT(SUM(amount), '') AS present
            FROM (
                SELECT position, event_key, SUBSTRING_INDEX(SUBSTRING_INDEX(movement, ' ', 1), ':', -1) AS currency,
                    CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(movement, ' ', 2), ' ', -1) AS DECIMAL(20)) AS amount
                FROM move) amounts
            GROUP BY position, currency HAVING SUM(amount) <> 0 ORDER BY position LIMIT 1000""";

    /**
     * Movements without exactly their line, so that the body is not what its lines say one after the other. The line's place in its account is the
     * one that it should have.
     */
    static final String WITHOUT_LINE = MOVES + """
            SELECT 'book_line' AS entry_table,
                COALESCE(line.sequence, 1 + (
                    SELECT COALESCE(MAX(earlier.sequence), 0) FROM book_line earlier
                    WHERE earlier.account_code = SUBSTRING_INDEX(move.movement, ' ', 1)
                        AND (earlier.position < move.position
                            OR earlier.position = move.position AND earlier.ordinal < move.ordinal))) AS entry_number,
                move.position AS at_position, move.event_key AS entry_key,
                SUBSTRING_INDEX(move.movement, ' ', 1) AS account_code,
                CONCAT_WS(' ', move.movement, 'at', move.recorded_at, 'on', move.business_date, 'for', move.value_date)
                    AS expected,
                CASE WHEN line.sequence IS NULL THEN 'none'
                    ELSE CONCAT_WS(' ', line.account_code, line.amount, line.hold_change, 'at', line.recorded_at,
                        'on', line.business_date, 'for', line.value_date) END AS present
            FROM move LEFT JOIN book_line line ON line.account_code = SUBSTRING_INDEX(move.movement, ' ', 1)
                AND line.recorded_at = move.recorded_at AND line.position = move.position
                AND line.ordinal = move.ordinal
            WHERE line.account_code IS NULL
                OR CONCAT_WS(' ', line.account_code, line.amount, line.hold_change) <> move.movement
                OR line.business_date <> move.business_date OR line.value_date <> move.value_date
            ORDER BY move.position, move.ordinal LIMIT 1000""";

    private EventStatements() {}
}
