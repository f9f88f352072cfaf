package io.portolan.domain.saga;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal.EntryRejected;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Records what banks have done. That is a fact, whatever becomes of our own accounts: what the book does not take, because an account was frozen after the instruction was
 * sent, stands in suspense, with a break that says so.
 */
public final class BankFacts {
    private final Payments payments;
    private final Clock clock;

    public BankFacts(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Applies the change to the payment, as {@link Payments#change} does.
     *
     * @throws EntryRejected if the book refuses even suspense, or names no account
     */
    public PaymentChange record(PaymentId id, Function<Payment, PaymentChange> fact) {
        Set<AccountId> closed = new LinkedHashSet<>();
        while (true) {
            try {
                return payments.change(id, payment -> diverted(fact.apply(payment), closed));
            } catch (EntryRejected rejected) {
                AccountId account = rejected.account();
                if (account == null || !closed.add(account)) {
                    throw rejected;
                }
            }
        }
    }

    private PaymentChange diverted(PaymentChange change, Set<AccountId> closed) {
        PaymentChange diverted = change;
        for (AccountId account : closed) {
            diverted = diverted.divertedFrom(account, clock.instant());
        }
        return diverted;
    }
}
