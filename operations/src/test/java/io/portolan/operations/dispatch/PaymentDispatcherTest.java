package io.portolan.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.operations.ScriptedPaymentWorkflows;
import io.portolan.operations.SteppingClock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentDispatcherTest {
    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();
    private final SteppingClock clock = new SteppingClock();

    @Test
    void startsEveryOpenPaymentBeyondOnePage() {
        Payment[] many = Stream.generate(SamplePayments::cnyToUsd).limit(450).toArray(Payment[]::new);

        dispatcher(InMemoryPayments.of(many)).run();

        assertThat(workflows.started()).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void leavesEndedPaymentsAlone() {
        Payment open = SamplePayments.cnyToUsd();
        Payment ended = Transitions.conclude(
                        SamplePayments.cnyToUsd(), Fact.CANCELLED, Reason.of("cancelled", ""), SamplePayments.NOON)
                .payment();

        dispatcher(InMemoryPayments.of(open, ended)).run();

        assertThat(workflows.started()).containsExactly(open.id());
    }

    @Test
    void startsEachPaymentOnce() {
        Payment first = SamplePayments.cnyToUsd();
        InMemoryPayments payments = InMemoryPayments.of(first);
        PaymentDispatcher dispatcher = dispatcher(payments);
        Payment second = SamplePayments.cnyToUsd();
        dispatcher.run();

        payments.add(PaymentChange.none(second));
        for (int round = 0; round < 5; round++) {
            dispatcher.run();
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(workflows.started()).containsExactly(first.id(), second.id());
    }

    @Test
    void startsEverythingOpenAgainOnceTemporalHasLostItsHistories() {
        Payment first = SamplePayments.cnyToUsd();
        Payment second = SamplePayments.cnyToUsd();
        PaymentDispatcher dispatcher = dispatcher(InMemoryPayments.of(first, second));
        dispatcher.run();
        clock.pass(Duration.ofHours(1));
        dispatcher.run();

        workflows.loseHistories();
        dispatcher.run();

        assertThat(workflows.started()).containsExactlyInAnyOrder(first.id(), second.id(), first.id(), second.id());
    }

    @Test
    void startsAPaymentThatWasCommittedAfterANewerOne() {
        Payment older = SamplePayments.cnyToUsd();
        InMemoryPayments payments = InMemoryPayments.of(newerThan(older));
        PaymentDispatcher dispatcher = dispatcher(payments);
        dispatcher.run();
        clock.pass(Duration.ofMinutes(1));

        payments.add(PaymentChange.none(older));
        dispatcher.run();

        assertThat(workflows.started()).hasSize(2).contains(older.id());
    }

    @Test
    void endsTheRoundWhileTemporalIsUnavailableAndStartsInTheNext() {
        Payment open = SamplePayments.cnyToUsd();
        PaymentDispatcher dispatcher = dispatcher(InMemoryPayments.of(open));
        workflows.becomeUnavailable();
        dispatcher.run();
        assertThat(workflows.started()).isEmpty();

        workflows.becomeAvailable();
        dispatcher.run();

        assertThat(workflows.started()).containsExactly(open.id());
    }

    @Test
    void aPaymentThatCannotBeStartedKeepsNobodyWaiting() {
        Payment failing = SamplePayments.cnyToUsd();
        Payment other = SamplePayments.cnyToUsd();
        workflows.failFor(failing.id());

        dispatcher(InMemoryPayments.of(failing, other)).run();

        assertThat(workflows.started()).containsExactly(other.id());
    }

    private PaymentDispatcher dispatcher(InMemoryPayments payments) {
        return new PaymentDispatcher(payments, workflows, clock);
    }

    /** A payment whose id sorts behind that of this one. */
    private static Payment newerThan(Payment older) {
        return Stream.generate(SamplePayments::cnyToUsd)
                .filter(payment -> payment.id().value().compareTo(older.id().value()) > 0)
                .findFirst()
                .orElseThrow();
    }
}
