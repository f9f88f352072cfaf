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

    /** The stored balances against the sums of the postings, in one reading of both. Parameters: the first and the last account, twice. */
    static final String DIFFERENCES = """
            WITH both_sides AS (
                SELECT posting.account_code, COALESCE(event.payment_id, '') AS payment_id, posting.amount, NULL AS kept
                FROM book_posting posting FORCE INDEX (PRIMARY)
                    JOIN book_event event ON event.position = posting.position
                WHERE posting.account_code >= ? AND posting.account_code <= ? AND %s
                UNION ALL
                SELECT account_code, payment_id, 0, balance FROM book_payment_balance
                WHERE account_code >= ? AND account_code <= ?),
            compared AS (
                SELECT account_code, payment_id, SUM(amount) AS posted, SUM(kept) AS kept
                FROM both_sides GROUP BY account_code, payment_id)
            SELECT 'book_payment_balance' AS row_table, 0 AS row_sequence, 0 AS at_position,
                CONCAT_WS(' ', account_code, NULLIF(payment_id, '')) AS row_key, account_code,
                COALESCE(CONCAT('balance ', NULLIF(posted, 0)), 'none') AS expected,
                COALESCE(CONCAT('balance ', kept), 'none') AS found
            FROM compared
            WHERE posted <> COALESCE(kept, 0) OR kept = 0
            ORDER BY account_code, payment_id LIMIT 1000""".formatted(HOLDS_CUSTOMER_MONEY);

    /** Stored balances on accounts without a posting, which no page of accounts has. */
    static final String WITHOUT_POSTING = """
            SELECT 'book_payment_balance' AS row_table, 0 AS row_sequence, 0 AS at_position,
                CONCAT_WS(' ', kept.account_code, NULLIF(kept.payment_id, '')) AS row_key, kept.account_code,
                'none' AS expected, CONCAT('balance ', kept.balance) AS found
            FROM book_payment_balance kept
            WHERE NOT EXISTS (SELECT 1 FROM book_posting posting WHERE posting.account_code = kept.account_code)
            ORDER BY kept.account_code, kept.payment_id LIMIT 1000""";

    /** The events after which a payment has less than nothing, though the account may not be overdrawn. Parameters: the first and the last account. */
    static final String SPENT_OF_OTHERS = """
            WITH changes AS (
                SELECT posting.account_code, COALESCE(event.payment_id, '') AS payment_id, posting.position,
                    SUM(posting.amount) AS amount
                FROM book_posting posting FORCE INDEX (PRIMARY)
                    JOIN book_event event ON event.position = posting.position
                WHERE posting.account_code >= ? AND posting.account_code <= ? AND %s
                GROUP BY posting.account_code, COALESCE(event.payment_id, ''), posting.position),
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
            ORDER BY running.position LIMIT 1000""".formatted(HOLDS_CUSTOMER_MONEY);

    private PaymentBalanceStatements() {}
}
