package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;

/**
 * A posting as a client requests it, which may be wrong in every way.
 *
 * @param scale the decimals that the client counts minor units by
 * @param minorUnits a debit is positive, a credit negative
 */
public record UncheckedPosting(AccountId account, Currency currency, int scale, long minorUnits) {
    public static UncheckedPosting of(Posting posting) {
        Currency currency = posting.amount().currency();
        return new UncheckedPosting(
                posting.account(),
                currency,
                currency.exponent(),
                posting.amount().minorUnits());
    }

    @Override
    public String toString() {
        return account.code() + " " + currency + " " + scale + " " + minorUnits;
    }
}
