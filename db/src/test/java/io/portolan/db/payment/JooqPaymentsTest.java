package io.portolan.db.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.ledger.Journal.EntryConflict;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Payments.QuoteAlreadyUsed;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothServers
class JooqPaymentsTest {
    private final TestDatabase db;
    private final Payments payments;

    JooqPaymentsTest(TestServer server) {
        db = TestDatabase.shared(server);
        payments = db.database().payments();
    }

    @ParameterizedTest
    @CsvSource({"CNY, USD, 0.13882", "CNY, JPY, 21.50", "CNY, KWD, 0.0425", "KWD, JPY, 480.1"})
    void aNewPaymentComesBackAsItWas(String source, String destination, String rate) {
        Payment payment = SamplePayments.accepted(rate, source, 720_001, destination, LossBearer.MERCHANT);

        db.add(payment);

        assertThat(payments.find(payment.id())).contains(payment);
        assertThat(payments.find(PaymentId.next())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CNY, USD, 0.13882", "CNY, JPY, 21.50", "CNY, KWD, 0.0425"})
    void aChangeAnswersWhatIsStored(String source, String destination, String rate) {
        Payment payment = db.add(SamplePayments.accepted(rate, source, 720_000, destination, LossBearer.HOUSE));
        StoredPaymentScenario life = new StoredPaymentScenario(payments, payment)
                .book(MovementKind.COLLECTION)
                .book(MovementKind.TOP_UP);
        life.begin(MovementKind.TRADE);

        PaymentChange change = payments.change(
                payment.id(),
                stored -> Transitions.recordInquiry(
                        stored,
                        SamplePayments.keyOf(stored, MovementKind.TRADE),
                        EdgeCasePayments.BOOKED,
                        EdgeCasePayments.LATER));

        assertThat(payments.find(payment.id())).contains(change.payment());
        assertThat(db.database().journal().entriesOf(payment.id()))
                .extracting(PostedEntry::entry)
                .endsWith(change.entries().toArray(new JournalEntry[0]));
    }

    @Test
    void everyFieldThatMayBeThereComesBack() {
        Payment payment = EdgeCasePayments.withEverything();

        db.add(payment);

        assertThat(payments.find(payment.id())).contains(payment);
    }

    @Test
    void everyFieldOfAnUndoComesBack() {
        Payment payment = db.add(EdgeCasePayments.withEverything());

        payments.change(payment.id(), stored -> EdgeCasePayments.changed(EdgeCasePayments.unwindingOf(stored)));

        assertThat(payments.find(payment.id())).contains(EdgeCasePayments.unwindingOf(payment));
    }

    @Test
    void aPaymentIsFoundByEachOfItsRefunds() {
        Payment payment = db.add(EdgeCasePayments.withEverything());

        assertThat(payment.state().refunds())
                .hasSize(2)
                .allSatisfy(
                        refund -> assertThat(payments.findByRefund(refund.id())).contains(payment));
        assertThat(payments.findByRefund(RefundId.next())).isEmpty();
    }

    @Test
    void aQuotePaysOnce() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        Payment second = EdgeCasePayments.withOrder(SamplePayments.cnyToUsd(), payment.order());
        PaymentEvent event = EdgeCasePayments.event(second, "accepted");

        assertThatThrownBy(() -> payments.add(EdgeCasePayments.changed(second, event)))
                .isInstanceOf(QuoteAlreadyUsed.class)
                .hasMessageContaining(payment.order().quote().value());

        assertThat(payments.find(second.id())).isEmpty();
        assertThat(payments.listEvents(second.id(), "", 10)).isEmpty();
    }

    @Test
    void aUsedQuoteLeavesTheCallersTransactionAsItWas() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        Payment second = EdgeCasePayments.withOrder(SamplePayments.cnyToUsd(), payment.order());
        Payment third = SamplePayments.cnyToUsd();
        db.addQuote(third);

        db.database().transactions().run(() -> {
            assertThatThrownBy(() -> payments.add(PaymentChange.none(second))).isInstanceOf(QuoteAlreadyUsed.class);
            payments.add(PaymentChange.none(third));
        });

        assertThat(payments.find(third.id())).contains(third);
    }

    @Test
    void aDecisionThatThrowsWritesNothing() {
        Payment payment = db.add(SamplePayments.cnyToUsd());

        assertThatThrownBy(() -> payments.change(payment.id(), _ -> {
                    throw new IllegalStateException("undecided");
                }))
                .hasMessage("undecided");

        assertThat(payments.find(payment.id())).contains(payment);
    }

    @Test
    void anEntryThatIsRejectedTakesTheWholeChangeWithIt() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        new StoredPaymentScenario(payments, payment).begin(MovementKind.COLLECTION);
        db.database()
                .journal()
                .post(List.of(
                        EdgeCasePayments.entry(SamplePayments.keyOf(payment, MovementKind.COLLECTION) + "/booked")));

        assertThatThrownBy(() -> new StoredPaymentScenario(payments, payment).book(MovementKind.COLLECTION))
                .isInstanceOf(EntryConflict.class);

        assertThat(payments.find(payment.id()).orElseThrow().isBooked(MovementKind.COLLECTION))
                .isFalse();
        assertThat(payments.listEvents(payment.id(), "", 10)).hasSize(1);
    }

    @Test
    void whatDoesNotExistCannotBeChanged() {
        assertThatThrownBy(() -> payments.change(PaymentId.next(), PaymentChange::none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aDecisionCannotChangeAnotherPayment() {
        Payment payment = db.add(SamplePayments.cnyToUsd());

        assertThatThrownBy(() -> payments.change(payment.id(), _ -> PaymentChange.none(SamplePayments.cnyToUsd())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCorrectedPayeeTakesThePlaceOfTheOldOne() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        Order corrected = payment.order().withPayee(EdgeCasePayments.ABROAD);

        payments.change(
                payment.id(), stored -> EdgeCasePayments.changed(EdgeCasePayments.withOrder(stored, corrected)));

        assertThat(payments.find(payment.id()).orElseThrow().order()).isEqualTo(corrected);
    }

    @Test
    void eventsComeInTheOrderOfWritingAndByPages() {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        List<PaymentEvent> events = List.of(
                EdgeCasePayments.event(payment, "one"),
                EdgeCasePayments.event(payment, "two"),
                EdgeCasePayments.event(payment, "three"));
        payments.change(payment.id(), stored -> EdgeCasePayments.changed(stored, events.toArray(new PaymentEvent[0])));

        assertThat(payments.listEvents(payment.id(), "", 2)).isEqualTo(events.subList(0, 2));
        assertThat(payments.listEvents(payment.id(), events.get(1).id(), 2)).isEqualTo(events.subList(2, 3));
        assertThat(payments.listEvents(payment.id(), events.get(2).id(), 2)).isEmpty();
        assertThat(payments.listEvents(payment.id(), "evt_00000000000000000000", 2))
                .isEmpty();
        assertThat(events.getFirst().data()).isEqualTo(Map.of("名", "值 \"quoted\" 🚢", "empty", ""));
    }

    @Test
    void aWholeLifeIsStoredWithABookThatBalances() {
        Payment payment = db.add(SamplePayments.cnyToUsd());

        Payment completed = new StoredPaymentScenario(payments, payment)
                .complete()
                .settle(MovementKind.COLLECTION)
                .settle(MovementKind.PAYOUT)
                .payment();

        assertThat(completed.stage()).isEqualTo(Stage.COMPLETED);
        assertThat(db.database().journal().entriesOf(payment.id())).hasSizeGreaterThanOrEqualTo(5);
    }
}
