package io.portolan.domain.payment;

import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.RefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where payments are kept: the durable queue of the intake, and the one place that the console and the API read. */
public interface Payments {
    /**
     * Stores a new payment with its first events; within the caller's transaction where there is one.
     *
     * @throws QuoteAlreadyUsed if another payment carries the quote; nothing is written then
     */
    void add(PaymentChange accepted);

    Optional<Payment> find(PaymentId id);

    /** The payment for which this refund was asked. */
    Optional<Payment> findByRefund(RefundId refund);

    /**
     * Applies a change to the payment as it is, alone on it, and writes all of it in one transaction, with the entries, the breaks that are not there yet, and the
     * end of the decision that it carries out. The function is pure and may be asked again.
     *
     * @throws IllegalArgumentException if there is no such payment
     */
    PaymentChange change(PaymentId id, Function<Payment, PaymentChange> decision);

    /** Newest first. */
    List<Payment> list(PaymentFilter filter);

    /** A payment's events after the one named ({@code ""} for the beginning), oldest first. */
    List<PaymentEvent> listEvents(PaymentId id, String after, int limit);

    /** What needs a person: parked, unknown, held, or open and older than the time limit; oldest first, at most 200. */
    List<Payment> listNeedingAttention(Instant now, Duration timeLimit);

    /** Open payments after the one named ({@code ""} for the beginning), oldest first: what should be in progress at the workflow service. */
    List<PaymentId> listOpen(String after, int limit);

    /** Payments with a booked instruction whose funds have not settled, after the one named ({@code ""} for the beginning), oldest first. */
    List<PaymentId> listAwaitingSettlement(String after, int limit);

    /** Open payments of which something was due before this time ({@link Payment#dueAt}) and has not happened, the longest overdue first. */
    List<PaymentId> listOverdue(Instant before, int limit);

    /** Payments that changed at this time or later, newest change first: what a screen that shows them should read again. */
    List<Changed> listChangedSince(Instant since, int limit);

    /** When a payment last changed. */
    record Changed(PaymentId payment, Instant updatedAt) {}

    /** The quote has already been used by another payment. */
    final class QuoteAlreadyUsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public QuoteAlreadyUsed(QuoteId quote) {
            super("quote " + quote.value() + " has already been used");
        }
    }
}
