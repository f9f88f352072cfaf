package io.portolan.db.audit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Queries about what payments have on the accounts that hold customer money, added up from the postings. They take each posting's payment from its
 * event, so no event may be wrong.
 */
final class PaymentBalanceStatements {
    /** The kinds of accounts that hold customer money, all of which normally stand on the credit side. */
    static final List<String> KINDS = List.of("PAYABLE", "UNCLAIMED_REFUND");

    private static final String HOLDS_CUSTOMER_MONEY = KINDS.stream()
            .map(kind -> "posting.account_code LIKE '" + kind + ":%'")
            .collect(Collectors.joining(" OR ", "(", ")"));

    /** What each event does to each payment's balance. Parameters: the first and the last account. */
    private static final String CHANGES = """
            SELECT posting.account_code, COALESCE(event.payment_id, '') AS payment_id, posting.position,
                SUM(posting.amount) AS amount
            FROM book_posting posting FORCE INDEX (PRIMARY)
                JOIN book_event event ON event.position = posting.position
            WHERE posting.account_code >= ? AND posting.account_code <= ? AND %s
            GROUP BY posting.account_code, COALESCE(event.payment_id, ''),
                posting.position""".formatted(HOLDS_CUSTOMER_MONEY);

    /** The stored balances against the sums of the postings. Parameters: the first and the last account, twice. */
    static final String DIFFERENCES = """
            WITH changes AS (
            %s),
            posted AS (
                SELECT account_code, payment_id, SUM(amount) AS balance FROM changes
                GROUP BY account_code, payment_id HAVING SUM(amount) <> 0)
            SELECT 'book_payment_balance' AS row_table, 0 AS row_sequence, 0 AS at_position,
                CONCAT_WS(' ', posted.account_code, NULLIF(posted.payment_id, '')) AS row_key, posted.account_code,
                CONCAT('balance ', posted.balance) AS expected,
                COALESCE(CONCAT('balance ', stored.balance), 'none') AS found
            FROM posted LEFT JOIN book_payment_balance stored
                ON stored.account_code = posted.account_code AND stored.payment_id = posted.payment_id
            WHERE stored.balance IS NULL OR stored.balance <> posted.balance
            UNION ALL
            SELECT 'book_payment_balance', 0, 0,
                CONCAT_WS(' ', stored.account_code, NULLIF(stored.payment_id, '')), stored.account_code,
                'none', CONCAT('balance ', stored.balance)
            FROM book_payment_balance stored LEFT JOIN posted
                ON posted.account_code = stored.account_code AND posted.payment_id = stored.payment_id
            WHERE stored.account_code >= ? AND stored.account_code <= ? AND posted.account_code IS NULL
            ORDER BY account_code, row_key LIMIT 1000""".formatted(CHANGES);

    /** Stored balances on accounts without a posting, which no page of accounts has. */
    static final String WITHOUT_POSTING = """
            SELECT 'book_payment_balance' AS row_table, 0 AS row_sequence, 0 AS at_position,
                CONCAT_WS(' ', stored.account_code, NULLIF(stored.payment_id, '')) AS row_key, stored.account_code,
                'none' AS expected, CONCAT('balance ', stored.balance) AS found
            FROM book_payment_balance stored
            WHERE NOT EXISTS (SELECT 1 FROM book_posting posting WHERE posting.account_code = stored.account_code)
            ORDER BY stored.account_code, stored.payment_id LIMIT 1000""";

    /** The events after which a payment has less than nothing, though the account may not be overdrawn. Parameters: the first and the last account. */
    static final String SPENT_OF_OTHERS = """
            WITH changes AS (
            %s),
            running AS (
                SELECT changes.*, SUM(amount) OVER (PARTITION BY account_code, payment_id ORDER BY position) AS balance
                FROM changes)
            SELECT 'book_payment_balance' AS row_table, 0 AS row_sequence, running.position AS at_position,
                CONCAT_WS(' ', running.account_code, NULLIF(running.payment_id, '')) AS row_key, running.account_code,
                CONCAT('only its own money spent by event ', running.position, ' (', event.event_key, ')') AS expected,
                CONCAT('a balance of ', running.balance, ' after it') AS found
            FROM running
                JOIN book_account account ON account.account_code = running.account_code
                JOIN book_event event ON event.position = running.position
            WHERE account.overdraft_allowed = 0 AND running.balance > 0
            ORDER BY running.position LIMIT 1000""".formatted(CHANGES);

    private PaymentBalanceStatements() {}
}
