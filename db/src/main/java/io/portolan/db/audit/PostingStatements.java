package io.portolan.db.audit;

/** Queries about the postings of some accounts. */
final class PostingStatements {
    /** Every account with postings, and how many. */
    static final String ACCOUNTS = """
            SELECT account_code, COUNT(*) AS row_sequence FROM book_posting FORCE INDEX (uq_book_posting_sequence)
            GROUP BY account_code ORDER BY account_code""";

    /** The end of a page of one account. Parameters: account, last sequence, farthest end, and account and last sequence again. */
    static final String PAGE_END = """
            SELECT COALESCE(
                (SELECT MAX(sequence) FROM book_posting WHERE account_code = ? AND sequence > ? AND sequence <= ?),
                (SELECT MIN(sequence) FROM book_posting WHERE account_code = ? AND sequence > ?))""";

    private static final String RIGHT_HASH = """
            UNHEX(SHA2(CONCAT_WS('|', LOWER(HEX(chain.before_hash)), posting.account_code, posting.sequence,
                posting.position,
                posting.ordinal, posting.recorded_at, posting.business_date, posting.value_date, posting.amount,
                    posting.hold_change,
                posting.posted_before, posting.posted_after, posting.held_before, posting.held_after), 256))""";

    private static final String POSTING = "SUBSTRING_INDEX(SUBSTRING_INDEX(event.body, ';', posting.ordinal), ';', -1)";

    /** The first thing that is wrong about a posting; nothing for most. */
    private static final String FAULT = """
            CASE WHEN chain.before_sequence + 1 <> posting.sequence THEN 'GAP'
                WHEN %s <> posting.hash THEN 'HASH'
                WHEN chain.before_posted <> posting.posted_before OR chain.before_held <> posting.held_before
                    OR CAST(posting.posted_after AS DECIMAL(20)) - posting.posted_before <> posting.amount
                    OR CAST(posting.held_after AS DECIMAL(20)) - posting.held_before <> posting.hold_change
                        THEN 'BALANCE'
                WHEN chain.before_position > posting.position
                    OR chain.before_position = posting.position AND chain.before_ordinal >= posting.ordinal THEN 'ORDER'
                WHEN event.position IS NULL OR event.recorded_at <> posting.recorded_at
                    OR event.business_date <> posting.business_date OR event.value_date <> posting.value_date
                    OR posting.ordinal < 1
                    OR posting.ordinal > 1 + CHAR_LENGTH(event.body) - CHAR_LENGTH(REPLACE(event.body, ';', ''))
                    OR %s <> CONCAT_WS(' ', posting.account_code, posting.amount, posting.hold_change) THEN 'EVENT'
                ELSE '' END""".formatted(RIGHT_HASH, POSTING);

    /**
     * The first wrong posting of each account: by its own columns, the posting before it, and the posting that its event names in its place. Parameters:
     * the first and the last account, the sequence before the page (which LAG reads), the last one, and the sequence before the page again. The rows
     * that the server must keep for LAG are narrow, as wide rows would go to its disk.
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
                    JOIN book_posting posting ON posting.account_code = chain.account_code
                        AND posting.sequence = chain.sequence
                    LEFT JOIN book_event event ON event.position = posting.position
                WHERE chain.sequence > ? AND %1$s <> ''),
            ranked AS (
                SELECT faulty.*, ROW_NUMBER() OVER (PARTITION BY account_code ORDER BY sequence) AS place FROM faulty)
            SELECT 'book_posting' AS row_table,
                CASE fault WHEN 'GAP' THEN chain.before_sequence + 1 ELSE posting.sequence END AS row_sequence,
                CASE fault WHEN 'EVENT' THEN posting.position ELSE 0 END AS at_position,
                COALESCE(event.event_key, '') AS row_key, posting.account_code,
                CASE fault WHEN 'GAP' THEN CONCAT('a posting with this sequence (', posting.sequence, ' follows)')
                    WHEN 'HASH' THEN CONCAT('hash ', LOWER(HEX(%2$s)))
                    WHEN 'BALANCE' THEN
                        CONCAT('posted ', chain.before_posted, ' and held ', chain.before_held,
                            ' before, and balances that add up')
                    WHEN 'ORDER' THEN CONCAT('a place after posting ', chain.before_ordinal, ' of event ',
                        chain.before_position)
                    ELSE COALESCE(CONCAT(%3$s, ' at ', event.recorded_at, ' on ', event.business_date, ' for ',
                        event.value_date), CONCAT('no posting of an event ', posting.position)) END AS expected,
                CASE fault WHEN 'GAP' THEN 'none'
                    WHEN 'HASH' THEN LOWER(HEX(posting.hash))
                    WHEN 'BALANCE' THEN CONCAT('posted ', posting.posted_before, ' + ', posting.amount, ' = ',
                        posting.posted_after, ', held ', posting.held_before, ' + ', posting.hold_change, ' = ',
                            posting.held_after)
                    WHEN 'ORDER' THEN CONCAT('posting ', posting.ordinal, ' of event ', posting.position)
                    ELSE CONCAT_WS(' ', posting.account_code, posting.amount, posting.hold_change, 'at',
                        posting.recorded_at,
                        'on', posting.business_date, 'for', posting.value_date) END AS found
            FROM ranked chain
                JOIN book_posting posting ON posting.account_code = chain.account_code
                    AND posting.sequence = chain.sequence
                LEFT JOIN book_event event ON event.position = posting.position
            WHERE chain.place = 1""".formatted(FAULT, RIGHT_HASH, POSTING);

    private PostingStatements() {}
}
