package io.portolan.db.ledger.history;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.event.Hashing;

/**
 * An account at an instant, in minor units of its currency.
 *
 * @param sequence how many postings it had
 * @param posted its balance: debits are positive
 * @param held what of it was set aside by holds
 * @param hash the hash of its last posting then
 */
public record BalanceAt(AccountId account, long sequence, long posted, long held, String hash) {
    static BalanceAt zero(AccountId account) {
        return new BalanceAt(account, 0, 0, 0, Hashing.ZERO_HASH);
    }

    static BalanceAt of(PostingRow posting) {
        return new BalanceAt(
                posting.account(), posting.sequence(), posting.postedAfter(), posting.heldAfter(), posting.hash());
    }

    static BalanceAt of(Account account) {
        return new BalanceAt(account.id(), account.sequence(), account.posted(), account.held(), account.hash());
    }
}
