package io.portolan.db.audit;

/** What is asked about the lines of some accounts. */
final class PostingStatements {
    /** Every account with lines, and how many. */
    static final String ACCOUNTS = """
            SELECT account_code, COUNT(*) AS entry_number FROM book_posting FORCE INDEX (uq_book_posting_sequence)
            GROUP BY account_code ORDER BY account_code""";

    /** The end of a page of one account: asked with account, last sequence, farthest end, and account and last sequence again. */
    static final String PAGE_END = """
            SELECT COALESCE(
                (SELECT MAX(sequence) FROM book_posting WHERE account_code = ? AND sequence > ? AND sequence <= ?),
                (SELECT MIN(sequence) FROM book_posting WHERE account_code = ? AND sequence > ?))""";

    private static final String RIGHT_HASH = """
            UNHEX(SHA2(CONCAT_WS('|', LOWER(HEX(chain.before_hash)), line.account_code, line.sequence, line.position,
                line.ordinal, line.recorded_at, line.business_date, line.value_date, line.amount, line.hold_change,
                line.posted_before, line.posted_after, line.held_before, line.held_after), 256))""";

    private static final String POSTING = "SUBSTRING_INDEX(SUBSTRING_INDEX(event.body, ';', line.ordinal), ';', -1)";

    /** The first thing that is wrong about a line; nothing for most. */
    private static final String FAULT = """
            CASE WHEN chain.before_sequence + 1 <> line.sequence THEN 'GAP'
                WHEN %s <> line.hash THEN 'HASH'
                WHEN chain.before_posted <> line.posted_before OR chain.before_held <> line.held_before
                    OR CAST(line.posted_after AS DECIMAL(20)) - line.posted_before <> line.amount
                    OR CAST(line.held_after AS DECIMAL(20)) - line.held_before <> line.hold_change THEN 'BALANCE'
                WHEN chain.before_position > line.position
                    OR chain.before_position = line.position AND chain.before_ordinal >= line.ordinal THEN 'ORDER'
                WHEN event.position IS NULL OR event.recorded_at <> line.recorded_at
                    OR event.business_date <> line.business_date OR event.value_date <> line.value_date
                    OR line.ordinal < 1
                    OR line.ordinal > 1 + CHAR_LENGTH(event.body) - CHAR_LENGTH(REPLACE(event.body, ';', ''))
                    OR %s <> CONCAT_WS(' ', line.account_code, line.amount, line.hold_change) THEN 'EVENT'
                ELSE '' END""".formatted(RIGHT_HASH, POSTING);

    /**
     * The first wrong line of each account: by its own columns, the line before it, and the movement that its event has in its place. Asked with the
     * first and the last account, the sequence before the page (which LAG looks at), the last one, and the first of these again. What the server has
     * to keep for LAG is narrow, as wide rows would go to its disk.
     */
    static final String CHAIN = """
            WITH chain AS (
                SELECT account_code, sequence,
                    COALESCE(LAG(sequence) OVER w, 0) AS before_sequence,
                    COALESCE(LAG(posted_after) OVER w, 0) AS before_posted,
                    COALESCE(LAG(held_after) OVER w, 0) AS before_held,
                    COALESCE(LAG(position) OVER w, 0) AS before_position,
                    COALESCE(LAG(ordinal) OVER w, 0) AS before_ordinal,
                    COALESCE(LAG(hash) OVER w, UNHEX(REPEAT('00', 32))) AS before_hash
                FROM book_posting FORCE INDEX (uq_book_posting_sequence)
                WHERE account_code >= ? AND account_code <= ? AND sequence >= ? AND sequence <= ?
                WINDOW w AS (PARTITION BY account_code ORDER BY sequence)),
            faulty AS (
                SELECT chain.*, %1$s AS fault
                FROM chain
                    JOIN book_posting line ON line.account_code = chain.account_code AND line.sequence = chain.sequence
                    LEFT JOIN book_event event ON event.position = line.position
                WHERE chain.sequence > ? AND %1$s <> ''),
            ranked AS (
                SELECT faulty.*, ROW_NUMBER() OVER (PARTITION BY account_code ORDER BY sequence) AS place FROM faulty)
            SELECT 'book_posting' AS entry_table,
                CASE fault WHEN 'GAP' THEN chain.before_sequence + 1 ELSE line.sequence END AS entry_number,
                CASE fault WHEN 'EVENT' THEN line.position ELSE 0 END AS at_position,
                COALESCE(event.event_key, '') AS entry_key, line.account_code,
                CASE fault WHEN 'GAP' THEN CONCAT('a line, as ', line.sequence, ' follows')
                    WHEN 'HASH' THEN CONCAT('hash ', LOWER(HEX(%2$s)))
                    WHEN 'BALANCE' THEN
                        CONCAT('posted ', chain.before_posted, ' and held ', chain.before_held, ' before, and sums')
                    WHEN 'ORDER' THEN CONCAT('a place behind movement ', chain.before_ordinal, ' of event ',
                        chain.before_position)
                    ELSE COALESCE(CONCAT(%3$s, ' at ', event.recorded_at, ' on ', event.business_date, ' for ',
                        event.value_date), CONCAT('no line of an event ', line.position)) END AS expected,
                CASE fault WHEN 'GAP' THEN 'none'
                    WHEN 'HASH' THEN LOWER(HEX(line.hash))
                    WHEN 'BALANCE' THEN CONCAT('posted ', line.posted_before, ' + ', line.amount, ' = ',
                        line.posted_after, ', held ', line.held_before, ' + ', line.hold_change, ' = ', line.held_after)
                    WHEN 'ORDER' THEN CONCAT('movement ', line.ordinal, ' of event ', line.position)
                    ELSE CONCAT_WS(' ', line.account_code, line.amount, line.hold_change, 'at', line.recorded_at,
                        'on', line.business_date, 'for', line.value_date) END AS present
            FROM ranked chain
                JOIN book_posting line ON line.account_code = chain.account_code AND line.sequence = chain.sequence
                LEFT JOIN book_event event ON event.position = line.position
            WHERE chain.place = 1""".formatted(FAULT, RIGHT_HASH, POSTING);

    private PostingStatements() {}
}
