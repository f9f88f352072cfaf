package io.portolan.checkout.testing;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.NextAction;
import io.portolan.domain.saga.Planner;
import io.portolan.domain.saga.Planner.Circumstances;
import io.portolan.domain.saga.Progress;
import io.portolan.domain.saga.Windows;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a payment while nobody calls the API. */
public record ScriptedPayment(InMemoryPayments payments, PaymentId id) {
    public static final Instant BOOKED = SamplePayments.NOON.plusMillis(1_500);
    public static final Instant SETTLED = SamplePayments.NOON.plusSeconds(36_000);
    private static final Reason CLOSED = Reason.of("AC04", "The account is closed.");

    public static ScriptedPayment of(InMemoryPayments payments, ApiReply payment) {
        return new ScriptedPayment(payments, new PaymentId(payment.text("/id")));
    }

    /** The newest plan's movement of this kind is instructed. */
    public ScriptedPayment begins(MovementKind kind) {
        payments.change(
                id,
                payment -> Transitions.begin(
                        payment, SamplePayments.keyOf(payment, kind), Windows.of(payment, kind), SamplePayments.NOON));
        return this;
    }

    public ScriptedPayment books(MovementKind kind) {
        return recordsInquiry(kind, new InquiryResult.Booked("B-" + kind.code(), BOOKED, null));
    }

    public ScriptedPayment settles(MovementKind kind) {
        return recordsInquiry(kind, new InquiryResult.Booked("B-" + kind.code(), BOOKED, SETTLED));
    }

    /** Everything up to the payout is booked. */
    public ScriptedPayment completes() {
        return books(MovementKind.COLLECTION)
                .books(MovementKind.TOP_UP)
                .books(MovementKind.TRADE)
                .books(MovementKind.PAYOUT);
    }

    /** It is rejected, and the payment ends if nothing else is left to do. */
    public ScriptedPayment rejects(MovementKind kind) {
        recordsInquiry(kind, new InquiryResult.Rejected(CLOSED));
        payments.change(id, payment -> switch (Progress.of(payment, BOOKED)) {
            case NextAction.Conclude(Fact end, Reason reason) -> Transitions.conclude(payment, end, reason, BOOKED);
            case NextAction.Park(Parking.Cause cause) -> Transitions.park(payment, cause, BOOKED);
            default -> PaymentChange.none(payment);
        });
        return this;
    }

    /** Our account is short, and the payment waits for half a minute. */
    public ScriptedPayment waitsForFunds(MovementKind kind) {
        Reason reason = Reason.of("insufficient_funds", "insufficient funds in our account at bank B");
        Parking.Cause cause =
                new Parking.Cause(Parking.Kind.SHORTAGE, kind, reason, SamplePayments.NOON.plusSeconds(30));
        payments.change(id, payment -> Transitions.park(payment, cause, SamplePayments.NOON));
        return this;
    }

    /** What becomes of the movement is not known. */
    public ScriptedPayment parks(MovementKind kind) {
        Reason reason = Reason.of("outcome-unknown", "The bank has not answered.");
        payments.change(
                id,
                payment -> Transitions.park(
                        payment, new Parking.Cause(Parking.Kind.OUTCOME, kind, reason, null), SamplePayments.NOON));
        return this;
    }

    /** The bank gives a booked payout back. */
    public ScriptedPayment returns() {
        payments.change(id, payment -> {
            PayoutReturn back = new PayoutReturn("R-1", payment.destination(), CLOSED, SETTLED);
            InstructionKey payout =
                    payment.latest(MovementKind.PAYOUT).orElseThrow().key();
            return Transitions.recordReturn(payment, payout, back, SETTLED);
        });
        return this;
    }

    /** The dealer's rate has lapsed, and a new one gives the seller this instead. */
    public ScriptedPayment requotes(String rate) {
        payments.change(id, payment -> {
            FirmRate firm = SamplePayments.firm(
                    rate, payment.price().net(), payment.price().destination().currency());
            return adopted(payment, Purpose.FORWARD, Reason.of("quote_expired", "The rate has lapsed."), firm);
        });
        return this;
    }

    /** Turns back without having converted. */
    public ScriptedPayment unwinds() {
        Reason reason = Reason.of("no-rate", "The dealer gave no rate within the tolerance.");
        payments.change(id, payment -> adopted(payment, Purpose.UNWIND, reason, null));
        return this;
    }

    public ScriptedPayment fails() {
        Reason reason = Reason.of("no-route", "The bank is not served.");
        payments.change(id, payment -> Transitions.conclude(payment, Fact.FAILED, reason, SamplePayments.NOON));
        return this;
    }

    /** Evidence proves that the bank executed this amount instead of the one that was asked for. */
    public ScriptedPayment provesExecuted(MovementKind kind, Money amount) {
        begins(kind);
        payments.change(
                id,
                payment -> Transitions.recordExecuted(
                        payment,
                        SamplePayments.keyOf(payment, kind),
                        new Evidence(Evidence.Source.LETTER, "L-1", amount, LocalDate.of(2026, 11, 21)),
                        SamplePayments.NOON));
        return this;
    }

    private static PaymentChange adopted(Payment payment, Purpose purpose, Reason reason, @Nullable FirmRate rate) {
        Circumstances known = new Circumstances(
                SamplePayments.HOLDER, "dealer", rate, payment.price().source(), SamplePayments.NOON);
        return Transitions.adopt(payment, Planner.plan(payment, purpose, reason, known), SamplePayments.NOON);
    }

    private ScriptedPayment recordsInquiry(MovementKind kind, InquiryResult finding) {
        if (payments.get(id).find(SamplePayments.keyOf(payments.get(id), kind)).isEmpty()) {
            begins(kind);
        }
        payments.change(
                id,
                payment -> Transitions.recordInquiry(payment, SamplePayments.keyOf(payment, kind), finding, BOOKED));
        return this;
    }
}
