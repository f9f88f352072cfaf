package io.portolan.checkout;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.payment.UnwindPricing;
import java.time.Instant;

/** What happens to a payment while nobody calls the API. */
record Life(InMemoryPayments payments, PaymentId id) {
    static final Instant BOOKED = SamplePayments.NOON.plusMillis(1_500);
    static final Instant SETTLED = SamplePayments.NOON.plusSeconds(36_000);

    static Life of(InMemoryPayments payments, Reply payment) {
        return new Life(payments, new PaymentId(payment.text("/id")));
    }

    Life begins(Step step) {
        payments.change(id, payment -> Transitions.begin(payment, step, SamplePayments.NOON));
        return this;
    }

    Life books(Step step) {
        return finds(step, new Finding.Booked("B-" + step.word(), BOOKED, null));
    }

    Life settles(Step step) {
        return finds(step, new Finding.Booked("B-" + step.word(), BOOKED, SETTLED));
    }

    Life rejects(Step step) {
        return finds(step, new Finding.Refused(Reason.of("AC04", "The account is closed.")));
    }

    Life parks(Step step) {
        Reason reason = Reason.of("outcome-unknown", "The bank has not answered.");
        payments.change(id, payment -> Transitions.parked(payment, step, reason, null, SamplePayments.NOON));
        return this;
    }

    /** The bank gives a booked payout back. */
    Life returns() {
        PayoutReturn back = new PayoutReturn(
                "R-1", payments.get(id).price().destination(), Reason.of("AC04", "The account is closed."), SETTLED);
        payments.change(id, payment -> Transitions.returned(payment, back, SETTLED));
        return this;
    }

    /** Turns back without having converted. */
    Life unwinds() {
        Reason reason = Reason.of("no-rate", "The dealer gave no rate within the tolerance.");
        payments.change(
                id,
                payment -> Transitions.unwinding(
                        payment, UnwindPricing.price(payment, reason, null, SamplePayments.NOON), SamplePayments.NOON));
        return this;
    }

    Life fails() {
        Reason reason = Reason.of("no-route", "The bank is not served.");
        payments.change(id, payment -> Transitions.concluded(payment, Stage.FAILED, reason, SamplePayments.NOON));
        return this;
    }

    private Life finds(Step step, Finding finding) {
        begins(step);
        InstructionKey key = payments.get(id).latest(step).orElseThrow().key();
        payments.change(id, payment -> Transitions.found(payment, key, finding, BOOKED));
        return this;
    }
}
