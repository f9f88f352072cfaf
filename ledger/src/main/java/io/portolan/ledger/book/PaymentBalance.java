package io.portolan.ledger.book;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind.Side;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one payment has on an account that holds customer money: the sum of its entries' postings there, in minor units of the account's currency,
 * debits positive. A shop's account PAYABLE:acme:CNY that stands at -900 may be -500 for one payment and -400 for another.
 */
public record PaymentBalance(Key key, long balance) {
    /**
     * Whose money it is, and where.
     *
     * @param payment null for entries that belong to no payment, which count together as if they were one
     */
    public record Key(AccountId account, @Nullable PaymentId payment) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::account).thenComparing(Key::paymentText);

        /** Such as {@code pay_06E8P3W2V0K7N4QZT1XR}; empty for no payment. */
        public String paymentText() {
            return payment == null ? "" : payment.value();
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return account + " for " + (payment == null ? "no payment" : payment);
        }
    }

    /** What the payment may still spend: its balance on the account's normal side. */
    public long available() {
        return key.account.kind().normalSide() == Side.DEBIT ? balance : -balance;
    }

    /** The balance after postings of this sum; empty if it would not fit in 64 bits. */
    public Optional<PaymentBalance> plus(BigInteger amount) {
        BigInteger after = BigInteger.valueOf(balance).add(amount);
        return after.abs().bitLength() < Long.SIZE
                ? Optional.of(new PaymentBalance(key, after.longValueExact()))
                : Optional.empty();
    }

    /** The balance after a posting that was decided: its event's sum fits, and so does what is in between, or it comes back into 64 bits. */
    PaymentBalance after(long amount) {
        return new PaymentBalance(key, balance + amount);
    }
}
