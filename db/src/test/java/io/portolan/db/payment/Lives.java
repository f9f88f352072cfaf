package io.portolan.db.payment;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Change;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import java.time.Instant;
import java.util.function.Function;

/** Moves stored payments along, as the activities do. */
final class Lives {
    private final Payments payments;
    private final PaymentId id;
    private Instant now;

    Lives(Payments payments, Payment payment) {
        this.payments = payments;
        this.id = payment.id();
        this.now = payment.createdAt();
    }

    Lives begun(Step step) {
        return then(payment -> Transitions.begin(payment, step, tick()));
    }

    Lives booked(Step step) {
        begun(step);
        return then(
                payment -> Transitions.found(payment, keyOf(payment, step), new Finding.Booked("ref", now, null), now));
    }

    Lives settled(Step step) {
        Instant settled = tick();
        return then(payment ->
                Transitions.found(payment, keyOf(payment, step), new Finding.Booked("ref", now, settled), settled));
    }

    Lives completed() {
        return booked(Step.COLLECTION)
                .booked(Step.TOP_UP)
                .booked(Step.CONVERSION)
                .booked(Step.PAYOUT);
    }

    Lives then(Function<Payment, Change> decision) {
        payments.change(id, decision);
        return this;
    }

    Payment now() {
        return payments.find(id).orElseThrow();
    }

    Instant tick() {
        now = now.plusMillis(1);
        return now;
    }

    static InstructionKey keyOf(Payment payment, Step step) {
        return payment.latest(step).orElseThrow().key();
    }
}
