package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;

import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.payment.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Payments in MySQL. A change locks the payment's row, and its ledger entries are part of the same transaction. */
public final class JooqPayments implements Payments {
    private static final int MOST_NEEDING_ATTENTION = 200;

    private final Transactions transactions;
    private final Journal journal;

    public JooqPayments(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    @Override
    public void add(PaymentChange change) {
        transactions.run(() -> {
            PaymentWriter.insert(transactions.sql(), change);
            journal.post(change.entries());
        });
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return read(() -> List.of(id)).stream().findFirst();
    }

    @Override
    public PaymentChange change(PaymentId id, Function<Payment, PaymentChange> decision) {
        return transactions.required(() -> {
            Payment before = lock(id);
            PaymentChange change = decision.apply(before);
            if (!change.payment().id().equals(id)) {
                throw new IllegalArgumentException("a decision about payment " + id + " may change only that payment");
            }
            PaymentWriter.update(transactions.sql(), before, change);
            journal.post(change.entries());
            return change;
        });
    }

    @Override
    public List<Payment> list(PaymentFilter filter) {
        return read(() -> PaymentLists.matching(transactions.sql(), filter));
    }

    @Override
    public List<PaymentEvent> listEvents(PaymentId id, String after, int limit) {
        return transactions.snapshot(() -> Events.of(transactions.sql(), id, after, limit));
    }

    @Override
    public List<Payment> listNeedingAttention(Instant now, Duration timeLimit) {
        return read(
                () -> PaymentLists.needingAttention(transactions.sql(), now.minus(timeLimit), MOST_NEEDING_ATTENTION));
    }

    @Override
    public List<PaymentId> listOpen(String after, int limit) {
        return transactions.snapshot(() -> PaymentLists.open(transactions.sql(), after, limit));
    }

    @Override
    public List<PaymentId> listAwaitingSettlement(String after, int limit) {
        return PaymentLists.awaitingSettlement(transactions.sql(), after, limit);
    }

    @Override
    public List<Changed> listChangedSince(Instant since, int limit) {
        return PaymentLists.changedSince(transactions.sql(), since, limit);
    }

    private Payment lock(PaymentId id) {
        List<PaymentId> found = transactions
                .sql()
                .select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.ID.eq(id))
                .forUpdate()
                .fetch(PAYMENT.ID);
        return PaymentReader.read(transactions.sql(), found).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("payment " + id + " does not exist"));
    }

    /** The rows of a payment belong together, so they are read as of one moment. */
    private List<Payment> read(Supplier<List<PaymentId>> ids) {
        return transactions.snapshot(() -> PaymentReader.read(transactions.sql(), ids.get()));
    }
}
