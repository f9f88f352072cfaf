package io.portolan.ledger.event;

import io.portolan.domain.ledger.AccountId;

/**
 * A posting as an event says it: what the event does to one account, in minor units of its currency.
 *
 * @param amount posted: a debit is positive, a credit negative
 * @param holdChange set aside if positive, released if negative
 */
public record EventPosting(AccountId account, long amount, long holdChange) {
    /** A posting that changes no hold. */
    public static EventPosting posting(AccountId account, long amount) {
        return new EventPosting(account, amount, 0);
    }

    /** A change of what is held, without a posting. */
    public static EventPosting hold(AccountId account, long holdChange) {
        return new EventPosting(account, 0, holdChange);
    }

    /** The same money the other way. */
    public EventPosting reversed() {
        return new EventPosting(account, -amount, 0);
    }

    /** Such as {@code NOSTRO:B:CNY 500 0}: SQL can write the same from the stored posting. */
    @Override
    public String toString() {
        return account.code() + " " + amount + " " + holdChange;
    }

    static EventPosting parse(String text) {
        String[] parts = text.split(" ", -1);
        return new EventPosting(AccountId.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
