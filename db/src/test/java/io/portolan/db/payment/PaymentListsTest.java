package io.portolan.db.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Payments.Changed;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.saga.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a database of its own, as every question is about all payments. */
@OnBothServers
class PaymentListsTest {
    private static final Instant NOON = SamplePayments.NOON;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Parking.Cause UNKNOWN =
            new Parking.Cause(Parking.Kind.OUTCOME, MovementKind.COLLECTION, Reason.of("outcome_unknown", "-"), null);

    private final TestDatabase db;
    private final Payments payments;

    PaymentListsTest(TestServer server) {
        db = TestDatabase.on(server);
        payments = db.database().payments();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void pagesAreNewestFirstAndNeitherOverlapNorSkip() {
        List<PaymentId> stored = List.of(
                added(NOON),
                added(NOON.plusMillis(1)),
                added(NOON.plusMillis(1)),
                added(NOON.plusMillis(1)),
                added(NOON));

        List<Payment> first = payments.list(filter(null, null, null, null, 2));
        List<Payment> second =
                payments.list(filter(null, null, null, first.getLast().id(), 2));
        List<Payment> third =
                payments.list(filter(null, null, null, second.getLast().id(), 2));

        List<PaymentId> all = Stream.of(first, second, third)
                .flatMap(List::stream)
                .map(Payment::id)
                .toList();
        assertThat(all).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(all.subList(3, 5)).containsExactlyInAnyOrder(stored.get(0), stored.get(4));
        assertThat(payments.list(filter(null, null, null, third.getLast().id(), 2)))
                .isEmpty();
    }

    @Test
    void everyFilterRestricts() {
        PaymentId early = added(NOON);
        PaymentId late = added(NOON.plusSeconds(60));
        new StoredPaymentScenario(payments, payments.find(late).orElseThrow()).begin(MovementKind.COLLECTION);

        assertThat(ids(filter(null, NOON.plusSeconds(60), null, null, 9))).containsExactly(late);
        assertThat(ids(filter(null, null, NOON.plusSeconds(60), null, 9))).containsExactly(early);
        assertThat(ids(filter("ORD-1001", null, null, null, 9))).containsExactly(late, early);
        assertThat(ids(filter("ord-1001", null, null, null, 9))).isEmpty();
        assertThat(ids(new PaymentFilter(
                        SamplePayments.ACME, Set.of(Stage.COLLECTING, Stage.PARKED), null, null, null, null, 9)))
                .containsExactly(late);
        assertThat(ids(new PaymentFilter(new MerchantId("other"), Set.of(), null, null, null, null, 9)))
                .isEmpty();
    }

    @Test
    void attentionGoesToTheParkedTheUnknownTheHeldAndTheOverdueOnceEach() {
        PaymentId overdue = added(NOON.minus(HOUR).minusMillis(1));
        PaymentId parked = added(NOON.minusSeconds(3));
        park(parked);
        PaymentId unknown = added(NOON.minusSeconds(2));
        park(unknown);
        payments.change(unknown, PaymentListsTest::unparked);
        PaymentId held = added(NOON.minusSeconds(1));
        hold(held);
        PaymentId both = added(NOON.minus(HOUR).minusSeconds(9));
        park(both);
        added(NOON.minus(HOUR));
        PaymentId done = added(NOON.minus(HOUR).minusSeconds(9));
        new StoredPaymentScenario(payments, payments.find(done).orElseThrow()).complete();
        hold(done);

        List<Payment> attention = payments.listNeedingAttention(NOON, HOUR);

        assertThat(attention).extracting(Payment::id).containsExactly(both, overdue, parked, unknown, held);
    }

    @Test
    void attentionHasALimit() {
        db.database().transactions().run(() -> {
            for (int i = 0; i < 203; i++) {
                added(NOON.minus(HOUR).minusSeconds(i + 1));
            }
        });

        assertThat(payments.listNeedingAttention(NOON, HOUR)).hasSize(200);
    }

    @Test
    void openPaymentsComeOldestFirstByPages() {
        PaymentId second = added(NOON.plusSeconds(1));
        PaymentId first = added(NOON);
        PaymentId third = added(NOON.plusSeconds(2));
        PaymentId done = added(NOON.plusSeconds(1));
        new StoredPaymentScenario(payments, payments.find(done).orElseThrow()).complete();

        assertThat(payments.listOpen("", 2)).containsExactly(first, second);
        assertThat(payments.listOpen(second.value(), 2)).containsExactly(third);
        assertThat(payments.listOpen(third.value(), 2)).isEmpty();
    }

    @Test
    void whatAwaitsSettlementComesOldestFirstByPages() {
        PaymentId first = added(NOON);
        PaymentId second = added(NOON);
        PaymentId settled = added(NOON);
        added(NOON);
        new StoredPaymentScenario(payments, payments.find(first).orElseThrow()).complete();
        new StoredPaymentScenario(payments, payments.find(second).orElseThrow()).book(MovementKind.COLLECTION);
        new StoredPaymentScenario(payments, payments.find(settled).orElseThrow())
                .book(MovementKind.COLLECTION)
                .settle(MovementKind.COLLECTION);
        List<PaymentId> expected = Stream.of(first, second)
                .sorted(Comparator.comparing(PaymentId::value))
                .toList();

        assertThat(payments.listAwaitingSettlement("", 1)).containsExactly(expected.getFirst());
        assertThat(payments.listAwaitingSettlement(expected.getFirst().value(), 9))
                .containsExactly(expected.getLast());
    }

    @Test
    void whatIsOverdueComesLongestOverdueFirst() {
        PaymentId waiting = added(NOON);
        payments.change(waiting, payment -> beginCollection(payment, NOON));
        PaymentId late = added(NOON.plusSeconds(2));
        PaymentId later = added(NOON.plusSeconds(1));
        PaymentId parked = added(NOON);
        park(parked);
        PaymentId done = added(NOON);
        new StoredPaymentScenario(payments, payments.find(done).orElseThrow()).complete();
        Instant awaitedUntil = NOON.plus(SamplePayments.LIMITS.collecting());

        assertThat(payments.listOverdue(NOON.plusSeconds(1), 9)).isEmpty();
        assertThat(payments.listOverdue(NOON.plusSeconds(3), 9)).containsExactly(later, late);
        assertThat(payments.listOverdue(awaitedUntil, 9)).containsExactly(later, late);
        assertThat(payments.listOverdue(awaitedUntil.plusMillis(1), 9)).containsExactly(later, late, waiting);
        assertThat(payments.listOverdue(awaitedUntil.plusMillis(1), 1)).containsExactly(later);
    }

    @Test
    void whatChangedComesNewestChangeFirst() {
        PaymentId first = added(NOON);
        PaymentId second = added(NOON.plusSeconds(1));
        payments.change(first, payment -> beginCollection(payment, NOON.plusSeconds(2)));

        assertThat(payments.listChangedSince(NOON.plusSeconds(1), 9))
                .containsExactly(new Changed(first, NOON.plusSeconds(2)), new Changed(second, NOON.plusSeconds(1)));
        assertThat(payments.listChangedSince(NOON, 1)).hasSize(1);
        assertThat(payments.listChangedSince(NOON.plusSeconds(3), 9)).isEmpty();
    }

    private void hold(PaymentId id) {
        payments.change(id, payment -> Transitions.hold(payment, new Hold("li.na", "wait", NOON), NOON));
    }

    private void park(PaymentId id) {
        new StoredPaymentScenario(payments, payments.find(id).orElseThrow()).begin(MovementKind.COLLECTION);
        payments.change(id, payment -> Transitions.park(payment, UNKNOWN, NOON));
    }

    private PaymentId added(Instant at) {
        return db.add(EdgeCasePayments.createdAt(SamplePayments.cnyToUsd(), at)).id();
    }

    private List<PaymentId> ids(PaymentFilter filter) {
        return payments.list(filter).stream().map(Payment::id).toList();
    }

    private static PaymentFilter filter(
            String reference, Instant createdAfter, Instant createdBefore, PaymentId after, int limit) {
        return new PaymentFilter(null, Set.of(), reference, createdAfter, createdBefore, after, limit);
    }

    private static PaymentChange beginCollection(Payment payment, Instant at) {
        MovementKind kind = MovementKind.COLLECTION;
        return Transitions.begin(payment, SamplePayments.keyOf(payment, kind), Windows.of(payment, kind), at);
    }

    /** The unknown instruction alone, without the parking that came with it. */
    private static PaymentChange unparked(Payment payment) {
        PaymentState parked = payment.state();
        PaymentState state = new PaymentState(
                Stage.COLLECTING,
                null,
                null,
                parked.reason(),
                parked.plans(),
                parked.instructions(),
                parked.refunds(),
                null,
                parked.version());
        return EdgeCasePayments.changed(EdgeCasePayments.withState(payment, state, NOON));
    }
}
