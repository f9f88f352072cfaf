package io.portolan.db.payment;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.saga.Windows;
import java.time.Instant;
import java.util.function.Function;

/** Moves stored payments along, as the activities do. */
final class StoredPaymentScenario {
    private final Payments payments;
    private final PaymentId id;
    private Instant now;

    StoredPaymentScenario(Payments payments, Payment payment) {
        this.payments = payments;
        this.id = payment.id();
        this.now = payment.createdAt();
    }

    StoredPaymentScenario begin(MovementKind kind) {
        return apply(payment -> Transitions.begin(
                payment, SamplePayments.keyOf(payment, kind), Windows.of(payment, kind), nextInstant()));
    }

    StoredPaymentScenario book(MovementKind kind) {
        if (payment().find(SamplePayments.keyOf(payment(), kind)).isEmpty()) {
            begin(kind);
        }
        return hear(kind, new InquiryResult.Booked("ref", now, null));
    }

    StoredPaymentScenario settle(MovementKind kind) {
        return hear(kind, new InquiryResult.Booked("ref", now, nextInstant()));
    }

    StoredPaymentScenario hear(MovementKind kind, InquiryResult result) {
        return apply(payment ->
                Transitions.recordInquiry(payment, SamplePayments.keyOf(payment, kind), result, nextInstant()));
    }

    StoredPaymentScenario complete() {
        return book(MovementKind.COLLECTION)
                .book(MovementKind.TOP_UP)
                .book(MovementKind.TRADE)
                .book(MovementKind.PAYOUT);
    }

    StoredPaymentScenario apply(Function<Payment, PaymentChange> decision) {
        payments.change(id, decision);
        return this;
    }

    Payment payment() {
        return payments.find(id).orElseThrow();
    }

    Instant nextInstant() {
        now = now.plusMillis(1);
        return now;
    }
}
