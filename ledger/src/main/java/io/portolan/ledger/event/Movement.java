package io.portolan.ledger.event;

import io.portolan.domain.ledger.AccountId;

/**
 * What one event does to one account, in minor units of its currency.
 *
 * @param amount posted: a debit is positive, a credit negative
 * @param holdChange set aside if positive, given free if negative
 */
public record Movement(AccountId account, long amount, long holdChange) {
    /** A posting that changes no hold. */
    public static Movement posting(AccountId account, long amount) {
        return new Movement(account, amount, 0);
    }

    /** A change of what is held, without a posting. */
    public static Movement hold(AccountId account, long holdChange) {
        return new Movement(account, 0, holdChange);
    }

    /** The same money the other way. */
    public Movement reversed() {
        return new Movement(account, -amount, 0);
    }

    /** Such as {@code NOSTRO:B:CNY 500 0}: SQL can write the same from the account's row. */
    @Override
    public String toString() {
        return account.code() + " " + amount + " " + holdChange;
    }

    static Movement parse(String text) {
        String[] parts = text.split(" ", -1);
        return new Movement(AccountId.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
