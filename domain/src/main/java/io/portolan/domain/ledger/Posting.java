package io.portolan.domain.ledger;

import io.portolan.domain.money.Money;

/** One line of an entry. A debit is positive, a credit negative; nothing is posted as zero. */
public record Posting(AccountId account, Money amount) {
    public Posting {
        if (!account.currency().equals(amount.currency())) {
            throw new IllegalArgumentException(account + " does not hold " + amount.currency());
        }
        if (amount.isZero()) {
            throw new IllegalArgumentException("a posting to " + account + " moves nothing");
        }
    }

    /** @throws IllegalArgumentException if the amount is not positive */
    public static Posting debit(AccountId account, Money amount) {
        return new Posting(account, positive(amount));
    }

    /** @throws IllegalArgumentException if the amount is not positive */
    public static Posting credit(AccountId account, Money amount) {
        return new Posting(account, positive(amount).negated());
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a debit or credit is positive, not " + amount);
        }
        return amount;
    }
}
