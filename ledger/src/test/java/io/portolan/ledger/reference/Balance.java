package io.portolan.ledger.reference;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** All of an account that the engine and the reference must agree in. */
record Balance(BigInteger posted, BigInteger held, boolean overdraftAllowed, Account.Status status) {
    static Map<AccountId, Balance> of(Book book) {
        Map<AccountId, Balance> balances = new TreeMap<>();
        for (Account account : book.accounts().values()) {
            balances.put(
                    account.id(),
                    new Balance(
                            BigInteger.valueOf(account.posted()),
                            BigInteger.valueOf(account.held()),
                            account.overdraftAllowed(),
                            account.status()));
        }
        return balances;
    }

    Balance plus(BigInteger amount, BigInteger holdChange) {
        return new Balance(posted.add(amount), held.add(holdChange), overdraftAllowed, status);
    }

    Balance with(Account.Status other) {
        return new Balance(posted, held, overdraftAllowed, other);
    }

    boolean isEmpty() {
        return posted.signum() == 0 && held.signum() == 0;
    }
}
