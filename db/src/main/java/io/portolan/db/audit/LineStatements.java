package io.portolan.db.audit;

/** What is asked about the lines of some accounts. */
final class LineStatements {
    /** Every account with lines, and how many. */
    static final String ACCOUNTS = """
            SELECT account_code, COUNT(*) AS entry_number FROM book_line FORCE INDEX (uq_book_line_sequence)
            GROUP BY account_code ORDER BY account_code""";

    /** The end of a page of one account: asked with account, last sequence, farthest end, and account and last sequence again. */
    static final String PAGE_END = """
            SELECT COALESCE(
                (SELECT MAX(sequence) FROM book_line WHERE account_code = ? AND sequence > ? AND sequence <= ?),
                (SELECT MIN(sequence) FROM book_line WHERE account_code = ? AND sequence > ?))""";

    /**
     * The first wrong line of each account: by its own columns, the line before it, and the movement that its event has in its place. Asked with the
     * first and the last account, the sequence before the page (which LAG looks at), the last one, and the first of these again.
     */
    static final String CHAIN = """
            WITH chain AS (
                SELECT account_code, sequence, position, ordinal, recorded_at, business_date, value_date, amount,
                    hold_change, posted_before, posted_after, held_before, held_after, hash,
                    COALESCE(LAG(sequence) OVER w, 0) AS before_sequence,
                    COALESCE(LAG(posted_after) OVER w, 0) AS before_posted,
                    COALESCE(LAG(held_after) OVER w, 0) AS before_held,
                    COALESCE(LAG(position) OVER w, 0) AS before_position,
                    COALESCE(LAG(ordinal) OVER w, 0) AS before_ordinal,
                    UNHEX(SHA2(CONCAT_WS('|', COALESCE(LAG(LOWER(HEX(hash))) OVER w, REPEAT('0', 64)), account_code,
                        sequence, position, ordinal, recorded_at, business_date, value_date, amount, hold_change,
                        posted_before, posted_after, held_before, held_after), 256)) AS right_hash
                FROM book_line FORCE INDEX (uq_book_line_sequence)
                WHERE account_code >= ? AND account_code <= ? AND sequence >= ? AND sequence <= ?
                WINDOW w AS (PARTITION BY account_code ORDER BY sequence)),
            judged AS (
                SELECT chain.*, event.event_key, event.business_date AS event_date, event.value_date AS event_value,
                    event.recorded_at AS event_at,
                    SUBSTRING_INDEX(SUBSTRING_INDEX(event.body, ';', ordinal), ';', -1) AS movement,
                    CASE WHEN before_sequence + 1 <> sequence THEN 'GAP'
                        WHEN right_hash <> chain.hash THEN 'HASH'
                        WHEN before_posted <> posted_before OR before_held <> held_before
                            OR CAST(posted_after AS DECIMAL(20)) - posted_before <> amount
                            OR CAST(held_after AS DECIMAL(20)) - held_before <> hold_change THEN 'BALANCE'
                        WHEN before_position > chain.position
                            OR before_position = chain.position AND before_ordinal >= ordinal THEN 'ORDER'
                        WHEN event.position IS NULL OR event.recorded_at <> chain.recorded_at
                            OR event.business_date <> chain.business_date OR event.value_date <> chain.value_date
                            OR ordinal < 1
                            OR ordinal > 1 + CHAR_LENGTH(event.body) - CHAR_LENGTH(REPLACE(event.body, ';', ''))
                            OR SUBSTRING_INDEX(SUBSTRING_INDEX(event.body, ';', ordinal), ';', -1)
                                <> CONCAT_WS(' ', account_code, amount, hold_change) THEN 'EVENT'
                        ELSE '' END AS fault
                FROM chain LEFT JOIN book_event event ON event.position = chain.position
                WHERE sequence > ?),
            ranked AS (
                SELECT judged.*, ROW_NUMBER() OVER (PARTITION BY account_code ORDER BY sequence) AS place
                FROM judged WHERE fault <> '')
            SELECT 'book_line' AS entry_table, CASE fault WHEN 'GAP' THEN before_sequence + 1 ELSE sequence END AS entry_number,
                CASE fault WHEN 'EVENT' THEN position ELSE 0 END AS at_position,
                COALESCE(event_key, '') AS entry_key, account_code,
                CASE fault WHEN 'GAP' THEN CONCAT('a line, as ', sequence, ' follows')
                    WHEN 'HASH' THEN CONCAT('hash ', LOWER(HEX(right_hash)))
                    WHEN 'BALANCE' THEN CONCAT('posted ', before_posted, ' and held ', before_held, ' before, and sums')
                    WHEN 'ORDER' THEN CONCAT('a place behind movement ', before_ordinal, ' of event ', before_position)
                    ELSE COALESCE(CONCAT_WS(' ', movement, 'at', event_at, 'on', event_date, 'for', event_value),
                        CONCAT('no line of an event ', position)) END AS expected,
                CASE fault WHEN 'GAP' THEN 'none'
                    WHEN 'HASH' THEN LOWER(HEX(hash))
                    WHEN 'BALANCE' THEN CONCAT('posted ', posted_before, ' + ', amount, ' = ', posted_after,
                        ', held ', held_before, ' + ', hold_change, ' = ', held_after)
                    WHEN 'ORDER' THEN CONCAT('movement ', ordinal, ' of event ', position)
                    ELSE CONCAT_WS(' ', account_code, amount, hold_change, 'at', recorded_at, 'on', business_date,
                        'for', value_date) END AS present
            FROM ranked WHERE place = 1 ORDER BY account_code""";

    private LineStatements() {}
}
