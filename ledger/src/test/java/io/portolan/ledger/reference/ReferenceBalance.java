package io.portolan.ledger.reference;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** What the engine and the reference must agree on about an account. */
record ReferenceBalance(BigInteger posted, BigInteger held, boolean overdraftAllowed, AccountStatus status) {
    static Map<AccountId, ReferenceBalance> of(Book book) {
        Map<AccountId, ReferenceBalance> balances = new TreeMap<>();
        for (Account account : book.accounts().values()) {
            balances.put(
                    account.id(),
                    new ReferenceBalance(
                            BigInteger.valueOf(account.posted()),
                            BigInteger.valueOf(account.held()),
                            account.overdraftAllowed(),
                            account.status()));
        }
        return balances;
    }

    ReferenceBalance plus(BigInteger amount, BigInteger holdChange) {
        return new ReferenceBalance(posted.add(amount), held.add(holdChange), overdraftAllowed, status);
    }

    ReferenceBalance with(AccountStatus other) {
        return new ReferenceBalance(posted, held, overdraftAllowed, other);
    }

    boolean isEmpty() {
        return posted.signum() == 0 && held.signum() == 0;
    }
}
