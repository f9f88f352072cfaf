package io.portolan.db.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.db.decision.SampleDecisions;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentChange.EndedDecision;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import org.junit.jupiter.api.Test;

/** What a change writes beside the payment, in the same transaction: breaks, with their events, and the end of a decision. */
@OnBothServers
class PaymentFactsTest {
    private static final Ending APPLIED = Ending.applied("collecting", "held", SampleDecisions.AT);

    private final TestDatabase db;
    private final Payments payments;

    PaymentFactsTest(TestServer server) {
        db = TestDatabase.shared(server);
        payments = db.database().payments();
    }

    @Test
    void aContradictionIsABreakAndAnEventOnce() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        StoredPaymentScenario life = new StoredPaymentScenario(payments, payment).book(MovementKind.COLLECTION);
        InquiryResult second = new InquiryResult.Booked("ref-2", SamplePayments.NOON, null);

        life.hear(MovementKind.COLLECTION, second).hear(MovementKind.COLLECTION, second);

        assertThat(db.database().breaks().of(payment.id()))
                .extracting(Break::type, Break::reference)
                .containsExactly(tuple(BreakType.SECOND_EXECUTION, "ref-2"));
        assertThat(payments.listEvents(payment.id(), "", 99))
                .extracting(PaymentEvent::type)
                .containsExactly("payment.collection.instructed", "payment.collection.booked", "payment.contradicted");
    }

    @Test
    void aDecisionEndsWithTheChangeThatCarriesItOut() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        RecordedDecision hold = db.database().decisions().add(SampleDecisions.hold(payment.id()));

        payments.change(payment.id(), stored -> held(stored, hold));

        assertThat(payments.find(payment.id()).orElseThrow().state().hold()).isNotNull();
        assertThat(db.database()
                        .decisions()
                        .find(payment.id(), idOf(hold))
                        .orElseThrow()
                        .ending())
                .isEqualTo(APPLIED);
    }

    @Test
    void aDecisionThatHasEndedTakesTheWholeChangeWithIt() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        RecordedDecision hold = db.database().decisions().add(SampleDecisions.hold(payment.id()));
        Ending refused = Ending.refused("moved on", "collecting", SampleDecisions.AT);
        db.database().decisions().end(payment.id(), idOf(hold), refused);

        assertThatThrownBy(() -> payments.change(payment.id(), stored -> held(stored, hold)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(idOf(hold));

        assertThat(payments.find(payment.id())).contains(payment);
        assertThat(payments.listEvents(payment.id(), "", 9)).isEmpty();
        assertThat(db.database()
                        .decisions()
                        .find(payment.id(), idOf(hold))
                        .orElseThrow()
                        .ending())
                .isEqualTo(refused);
    }

    @Test
    void anotherPaymentsDecisionCannotEndWithIt() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        Payment other = db.add(SamplePayments.cnyToUsd());
        RecordedDecision hold = db.database().decisions().add(SampleDecisions.hold(other.id()));

        assertThatThrownBy(() -> payments.change(payment.id(), stored -> held(stored, hold)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(payments.find(payment.id())).contains(payment);
        assertThat(db.database().decisions().listApproved(other.id())).containsExactly(hold);
    }

    @Test
    void aChangeThatFailsLeavesNoBreak() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        new StoredPaymentScenario(payments, payment).book(MovementKind.COLLECTION);
        RecordedDecision never = SampleDecisions.hold(payment.id());

        assertThatThrownBy(() -> payments.change(
                        payment.id(),
                        stored -> Transitions.recordInquiry(
                                        stored,
                                        SamplePayments.keyOf(stored, MovementKind.COLLECTION),
                                        new InquiryResult.Booked("ref-2", SamplePayments.NOON, null),
                                        EdgeCasePayments.LATER)
                                .ending(new EndedDecision(idOf(never), APPLIED))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(db.database().breaks().of(payment.id())).isEmpty();
    }

    private static PaymentChange held(Payment payment, RecordedDecision decision) {
        Hold hold = new Hold(SampleDecisions.MAKER, "wait", EdgeCasePayments.LATER);
        return Transitions.hold(payment, hold, EdgeCasePayments.LATER)
                .ending(new EndedDecision(idOf(decision), APPLIED));
    }

    private static String idOf(RecordedDecision decision) {
        return decision.decision().header().id();
    }
}
