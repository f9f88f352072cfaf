package io.portolan.db.payment;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
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

    StoredPaymentScenario begin(Step step) {
        return apply(payment -> Transitions.begin(payment, step, nextInstant()));
    }

    StoredPaymentScenario book(Step step) {
        begin(step);
        return apply(payment -> Transitions.recordInquiry(
                payment, keyOf(payment, step), new InquiryResult.Booked("ref", now, null), now));
    }

    StoredPaymentScenario settle(Step step) {
        Instant settled = nextInstant();
        return apply(payment -> Transitions.recordInquiry(
                payment, keyOf(payment, step), new InquiryResult.Booked("ref", now, settled), settled));
    }

    StoredPaymentScenario complete() {
        return book(Step.COLLECTION).book(Step.TOP_UP).book(Step.CONVERSION).book(Step.PAYOUT);
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

    static InstructionKey keyOf(Payment payment, Step step) {
        return payment.latest(step).orElseThrow().key();
    }
}
