package io.portolan.db.audit;

/** Queries about a page of events. Each one's parameters: the last position before the page, and the page's last. */
final class EventStatements {
    /** The end of the page after a position. Parameters: the position, the farthest end of the page, and the position again. */
    static final String PAGE_END = """
            SELECT COALESCE(
                (SELECT MAX(position) FROM book_event WHERE position > ? AND position <= ?),
                (SELECT MIN(position) FROM book_event WHERE position > ?))""";

    private static final String RIGHT_HASH = """
            UNHEX(SHA2(CONCAT_WS(CHAR(10 USING utf8mb4), LOWER(HEX(chain.before_hash)), event.position, event.kind,
                event.event_key, LOWER(HEX(event.request_hash)), event.recorded_at, event.business_date,
                event.value_date, COALESCE(event.payment_id, ''), COALESCE(event.reference, ''), event.narrative,
                event.body), 256))""";

    /** The first thing that is wrong about an event; nothing for most. */
    private static final String FAULT = """
            CASE WHEN chain.before_position + 1 < event.position THEN 'GAP'
                WHEN %s <> event.hash THEN 'HASH'
                WHEN chain.before_at >= event.recorded_at THEN 'TIME'
                WHEN chain.open_date <> CONCAT(event.business_date, '') THEN 'DATE'
                WHEN (event.kind = 'CORRECTED') <> (event.value_date < event.business_date) THEN 'VALUE'
                ELSE '' END""".formatted(RIGHT_HASH);

    /**
     * The wrong events of the chain: the first is the cause. Here the page begins with the event before it, which LAG reads, and the first parameter is
     * repeated at the end. The rows that the server must keep for LAG are narrow, as wide rows would go to its disk.
     */
    static final String CHAIN = """
            WITH chain AS (
                SELECT position,
                    COALESCE(LAG(position) OVER w, 0) AS before_position,
                    LAG(recorded_at) OVER w AS before_at,
                    LAG(CASE kind WHEN 'DAY_CLOSED' THEN LEFT(body, 10) ELSE CONCAT(business_date, '') END) OVER w
                        AS open_date,
                    COALESCE(LAG(hash) OVER w, UNHEX(REPEAT('00', 32))) AS before_hash
                FROM book_event WHERE position >= ? AND position <= ?
                WINDOW w AS (ORDER BY position))
            SELECT 'book_event' AS row_table, chain.before_position + 1 AS row_sequence,
                event.position AS at_position,
                CASE %1$s WHEN 'GAP' THEN '' ELSE event.event_key END AS row_key, NULL AS account_code,
                CASE %1$s WHEN 'GAP' THEN CONCAT('an event at this position (', event.position, ' follows)')
                    WHEN 'HASH' THEN CONCAT('hash ', LOWER(HEX(%2$s)))
                    WHEN 'TIME' THEN CONCAT('a time after ', chain.before_at)
                    WHEN 'DATE' THEN CONCAT('business date ', chain.open_date)
                    ELSE CONCAT('a value date that fits ', event.kind, ' on ', event.business_date) END AS expected,
                CASE %1$s WHEN 'GAP' THEN 'none'
                    WHEN 'HASH' THEN LOWER(HEX(event.hash))
                    WHEN 'TIME' THEN CONCAT(event.recorded_at, '')
                    WHEN 'DATE' THEN CONCAT(event.business_date, '')
                    ELSE CONCAT(event.value_date, '') END AS found
            FROM chain JOIN book_event event ON event.position = chain.position
            WHERE chain.position > ? AND %1$s <> ''
            ORDER BY chain.position LIMIT 1000""".formatted(FAULT, RIGHT_HASH);

    /** How many postings the longest event of the page has. */
    static final String MOST_POSTINGS = """
            SELECT COALESCE(MAX(1 + CHAR_LENGTH(body) - CHAR_LENGTH(REPLACE(body, ';', ''))), 1)
            FROM book_event WHERE position > ? AND position <= ?""";

    /** The postings of the page's events, one per row: the first parameter is how many the longest event has. */
    private static final String POSTINGS = """
            WITH RECURSIVE place (ordinal) AS (
                SELECT 1 UNION ALL SELECT ordinal + 1 FROM place WHERE ordinal < ?),
            posting_event AS (
                SELECT position, event_key, recorded_at, business_date, value_date, body,
                    1 + CHAR_LENGTH(body) - CHAR_LENGTH(REPLACE(body, ';', '')) AS postings
                FROM book_event
                WHERE position > ? AND position <= ?
                    AND kind NOT IN ('BOOK_OPENED', 'ACCOUNT_OPENED', 'ACCOUNT_FROZEN', 'ACCOUNT_UNFROZEN',
                        'ACCOUNT_CLOSED', 'DAY_CLOSED')),
            event_posting AS (
                SELECT e.position, e.event_key, e.recorded_at, e.business_date, e.value_date, place.ordinal,
                    SUBSTRING_INDEX(SUBSTRING_INDEX(e.body, ';', place.ordinal), ';', -1) AS body
                FROM posting_event e JOIN place ON place.ordinal <= e.postings)
            """;

    /** Postings that do not sum to zero in a currency. */
    static final String OFF_BALANCE = POSTINGS + """
            SELECT 'book_event' AS row_table, position AS row_sequence, position AS at_position, MAX(event_key)
                AS row_key,
                NULL AS account_code, CONCAT('a sum of 0 ', currency) AS expected, CONCAT(SUM(amount), '') AS found
            FROM (
                SELECT position, event_key, SUBSTRING_INDEX(SUBSTRING_INDEX(body, ' ', 1), ':', -1) AS currency,
                    CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(body, ' ', 2), ' ', -1) AS DECIMAL(20)) AS amount
                FROM event_posting) amounts
            GROUP BY position, currency HAVING SUM(amount) <> 0 ORDER BY position LIMIT 1000""";

    /**
     * Postings of events that are not stored exactly so. Of a missing row, the sequence is the one that it should have.
     */
    static final String WITHOUT_ROW = POSTINGS + """
            SELECT 'book_posting' AS row_table,
                COALESCE(posting.sequence, 1 + (
                    SELECT COALESCE(MAX(earlier.sequence), 0) FROM book_posting earlier
                    WHERE earlier.account_code = SUBSTRING_INDEX(event_posting.body, ' ', 1)
                        AND (earlier.position < event_posting.position
                            OR earlier.position = event_posting.position
                                AND earlier.ordinal < event_posting.ordinal))) AS row_sequence,
                event_posting.position AS at_position, event_posting.event_key AS row_key,
                SUBSTRING_INDEX(event_posting.body, ' ', 1) AS account_code,
                CONCAT_WS(' ', event_posting.body, 'at', event_posting.recorded_at, 'on',
                    event_posting.business_date, 'for', event_posting.value_date)
                    AS expected,
                CASE WHEN posting.sequence IS NULL THEN 'none'
                    ELSE CONCAT_WS(' ', posting.account_code, posting.amount, posting.hold_change, 'at',
                        posting.recorded_at,
                        'on', posting.business_date, 'for', posting.value_date) END AS found
            FROM event_posting LEFT JOIN book_posting posting
                ON posting.account_code = SUBSTRING_INDEX(event_posting.body, ' ', 1)
                AND posting.recorded_at = event_posting.recorded_at AND posting.position = event_posting.position
                AND posting.ordinal = event_posting.ordinal
            WHERE posting.account_code IS NULL
                OR CONCAT_WS(' ', posting.account_code, posting.amount, posting.hold_change) <> event_posting.body
                OR posting.business_date <> event_posting.business_date OR posting.value_date
                    <> event_posting.value_date
            ORDER BY event_posting.position, event_posting.ordinal LIMIT 1000""";

    private EventStatements() {}
}
