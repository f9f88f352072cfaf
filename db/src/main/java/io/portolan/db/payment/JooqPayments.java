package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;

import io.portolan.db.transaction.Transactions;
import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentChange.EndedDecision;
import io.portolan.domain.payment.PaymentChange.Finding;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.payment.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Payments in MySQL. A change locks the payment's row; its ledger entries, its breaks and the end of its decision are part of the same transaction. */
public final class JooqPayments implements Payments {
    private static final int MOST_NEEDING_ATTENTION = 200;

    private final Transactions transactions;
    private final Journal journal;
    private final Breaks breaks;
    private final Decisions decisions;

    /** All of them in the same database, so that a change is one transaction. */
    public JooqPayments(Transactions transactions, Journal journal, Breaks breaks, Decisions decisions) {
        this.transactions = transactions;
        this.journal = journal;
        this.breaks = breaks;
        this.decisions = decisions;
    }

    @Override
    public void add(PaymentChange change) {
        transactions.run(() -> {
            PaymentWriter.insert(transactions.sql(), change.payment());
            writeFacts(change);
        });
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return read(() -> List.of(id)).stream().findFirst();
    }

    @Override
    public Optional<Payment> findByRefund(RefundId refund) {
        return read(() -> PaymentLists.ofRefund(transactions.sql(), refund)).stream()
                .findFirst();
    }

    @Override
    public PaymentChange change(PaymentId id, Function<Payment, PaymentChange> decision) {
        return transactions.required(() -> {
            Payment before = lock(id);
            PaymentChange change = decision.apply(before);
            if (!change.payment().id().equals(id)) {
                throw new IllegalArgumentException("a decision about payment " + id + " may change only that payment");
            }
            PaymentWriter.update(transactions.sql(), before, change.payment());
            writeFacts(change);
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
    public List<PaymentId> listOverdue(Instant before, int limit) {
        return PaymentLists.overdue(transactions.sql(), before, limit);
    }

    @Override
    public List<Changed> listChangedSince(Instant since, int limit) {
        return PaymentLists.changedSince(transactions.sql(), since, limit);
    }

    /** What a change says beside the payment itself. A break that is there already says nothing new, and neither does its event. */
    private void writeFacts(PaymentChange change) {
        PaymentId id = change.payment().id();
        List<PaymentEvent> events = new ArrayList<>(change.events());
        change.findings().stream()
                .filter(finding -> breaks.add(finding.found()))
                .map(Finding::event)
                .forEach(events::add);
        Events.append(transactions.sql(), id, events);
        EndedDecision ended = change.decision();
        if (ended != null && !decisions.end(id, ended.id(), ended.ending())) {
            throw new IllegalStateException("decision " + ended.id() + " of payment " + id + " cannot end now");
        }
        journal.post(change.entries());
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
