package io.portolan.checkout.testing;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.payment.UnwindPricing;
import java.time.Instant;

/** What happens to a payment while nobody calls the API. */
public record ScriptedPayment(InMemoryPayments payments, PaymentId id) {
    public static final Instant BOOKED = SamplePayments.NOON.plusMillis(1_500);
    public static final Instant SETTLED = SamplePayments.NOON.plusSeconds(36_000);

    public static ScriptedPayment of(InMemoryPayments payments, ApiReply payment) {
        return new ScriptedPayment(payments, new PaymentId(payment.text("/id")));
    }

    public ScriptedPayment begins(Step step) {
        payments.change(id, payment -> Transitions.begin(payment, step, SamplePayments.NOON));
        return this;
    }

    public ScriptedPayment books(Step step) {
        return recordsInquiry(step, new InquiryResult.Booked("B-" + step.code(), BOOKED, null));
    }

    public ScriptedPayment settles(Step step) {
        return recordsInquiry(step, new InquiryResult.Booked("B-" + step.code(), BOOKED, SETTLED));
    }

    public ScriptedPayment rejects(Step step) {
        return recordsInquiry(step, new InquiryResult.Rejected(Reason.of("AC04", "The account is closed.")));
    }

    public ScriptedPayment parks(Step step) {
        Reason reason = Reason.of("outcome-unknown", "The bank has not answered.");
        payments.change(id, payment -> Transitions.park(payment, step, reason, null, SamplePayments.NOON));
        return this;
    }

    /** The bank gives a booked payout back. */
    public ScriptedPayment returns() {
        PayoutReturn back = new PayoutReturn(
                "R-1", payments.get(id).price().destination(), Reason.of("AC04", "The account is closed."), SETTLED);
        payments.change(id, payment -> Transitions.recordReturn(payment, back, SETTLED));
        return this;
    }

    /** Turns back without having converted. */
    public ScriptedPayment unwinds() {
        Reason reason = Reason.of("no-rate", "The dealer gave no rate within the tolerance.");
        payments.change(
                id,
                payment -> Transitions.recordUnwindPlan(
                        payment, UnwindPricing.price(payment, reason, null, SamplePayments.NOON), SamplePayments.NOON));
        return this;
    }

    public ScriptedPayment fails() {
        Reason reason = Reason.of("no-route", "The bank is not served.");
        payments.change(id, payment -> Transitions.conclude(payment, Stage.FAILED, reason, SamplePayments.NOON));
        return this;
    }

    private ScriptedPayment recordsInquiry(Step step, InquiryResult finding) {
        begins(step);
        InstructionKey key = payments.get(id).latest(step).orElseThrow().key();
        payments.change(id, payment -> Transitions.recordInquiry(payment, key, finding, BOOKED));
        return this;
    }
}
