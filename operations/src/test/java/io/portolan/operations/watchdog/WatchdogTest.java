package io.portolan.operations.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.InMemoryDecisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.InMemoryAlerts;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.operations.ScriptedPaymentWorkflows;
import io.portolan.operations.SteppingClock;
import io.portolan.operations.dispatch.PaymentWaker;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final SteppingClock clock = new SteppingClock();
    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();
    private final InMemoryDecisions decisions = new InMemoryDecisions();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final Payment payment = SamplePayments.cnyToUsd();

    @Test
    void leavesAPaymentAloneThatIsOnlyALittleLate() {
        clock.pass(MARGIN);

        watchdog(payment).run();

        assertThat(alerts.listOpen()).isEmpty();
        assertThat(workflows.woken()).isEmpty();
    }

    @Test
    void tellsOnceOfAPaymentThatDoesNotGoOnAndWakesItInEveryRound() {
        clock.pass(MARGIN.plusSeconds(1));

        watchdog(payment).run();
        watchdog(payment).run();

        assertThat(alerts.listOpen())
                .extracting(Alert::subject)
                .containsExactly(payment.id().value());
        assertThat(alerts.listOpen())
                .extracting(Alert::detail)
                .containsExactly("Nothing has happened since 2026-11-21T12:00:00Z, at stage ACCEPTED:"
                        + " it was due at 2026-11-21T12:00:00Z.");
        assertThat(workflows.woken()).containsExactly(payment.id(), payment.id());
    }

    @Test
    void namesTheMovementWhoseAnswerIsOverdue() {
        Payment collecting = SamplePayments.begun(payment, SamplePayments.keyOf(payment, MovementKind.COLLECTION));
        clock.pass(Duration.ofDays(3));
        watchdog(collecting).run();
        assertThat(alerts.listOpen()).isEmpty();

        clock.pass(MARGIN.plusSeconds(1));
        watchdog(collecting).run();

        assertThat(alerts.listOpen())
                .extracting(Alert::detail)
                .containsExactly("Nothing has happened since 2026-11-21T12:00:00Z, at its collection:"
                        + " it was due at 2026-11-24T12:00:00Z.");
    }

    @Test
    void leavesAPaymentToThePersonItWaitsForAndOneThatHasEnded() {
        Payment ended = Transitions.conclude(
                        SamplePayments.cnyToUsd(), Fact.CANCELLED, Reason.of("cancelled", ""), SamplePayments.NOON)
                .payment();
        clock.pass(Duration.ofDays(30));

        watchdog(parked(), ended).run();

        assertThat(alerts.listOpen()).isEmpty();
        assertThat(workflows.woken()).isEmpty();
    }

    @Test
    void tellsOfEachAlsoWhileTheWorkflowServiceIsAway() {
        workflows.becomeUnavailable();
        clock.pass(Duration.ofHours(1));

        watchdog(payment, SamplePayments.cnyToUsd()).run();

        assertThat(alerts.listOpen()).hasSize(2);
    }

    @Test
    void aPaymentThatCannotBeWokenKeepsTheOthersNotWaiting() {
        Payment other = SamplePayments.cnyToUsd();
        workflows.failFor(payment.id());
        clock.pass(Duration.ofHours(1));

        watchdog(payment, other).run();

        assertThat(workflows.woken()).containsExactly(other.id());
    }

    @Test
    void saysSoWhenMorePaymentsAreOverdueThanItLooksAt() {
        clock.pass(Duration.ofHours(1));

        watchdog(Stream.generate(SamplePayments::cnyToUsd).limit(501).toArray(Payment[]::new))
                .run();

        assertThat(workflows.woken()).hasSize(500);
        assertThat(alerts.find(newest("payments"))).isPresent();
    }

    @Test
    void wakesAPaymentWhoseDecisionWasApprovedWhileTheWorkflowServiceWasAway() {
        decisions.add(decision(parked(), DecisionStatus.APPROVED, SamplePayments.NOON));

        watchdog().run();

        assertThat(workflows.woken()).hasSize(1);
    }

    @Test
    void endsAProposalThatNobodyApprovedInTime() {
        Instant lapsesAt = SamplePayments.NOON.plus(Duration.ofHours(24));
        RecordedDecision proposed = decisions.add(decision(payment, DecisionStatus.PROPOSED, lapsesAt));
        clock.pass(Duration.ofHours(24));
        watchdog().run();
        assertThat(statusOf(proposed)).isEqualTo(DecisionStatus.PROPOSED);

        clock.pass(Duration.ofMinutes(1));
        watchdog().run();

        assertThat(statusOf(proposed)).isEqualTo(DecisionStatus.LAPSED);
        assertThat(workflows.woken()).isEmpty();
    }

    private Watchdog watchdog(Payment... stored) {
        return new Watchdog(
                InMemoryPayments.of(stored),
                decisions,
                new Watchdog.Watch(alerts, MARGIN),
                new PaymentWaker(workflows),
                clock);
    }

    private String newest(String subject) {
        return alerts.listOpen().stream()
                .filter(alert -> alert.subject().equals(subject))
                .map(Alert::id)
                .findFirst()
                .orElse("");
    }

    private DecisionStatus statusOf(RecordedDecision decision) {
        DecisionHeader header = decision.decision().header();
        return decisions.find(header.payment(), header.id()).orElseThrow().status();
    }

    private static RecordedDecision decision(Payment about, DecisionStatus status, Instant lapsesAt) {
        DecisionHeader header = new DecisionHeader(
                DecisionHeader.nextId(), about.id(), "ada", "a reason", about.version(), SamplePayments.NOON);
        return new RecordedDecision(new Decision.Retry(header), status, lapsesAt, null, null);
    }

    /** A payment that nobody but a person helps. */
    private static Payment parked() {
        Payment accepted = SamplePayments.cnyToUsd();
        InstructionKey key = SamplePayments.keyOf(accepted, MovementKind.COLLECTION);
        Parking.Cause cause = new Parking.Cause(
                Parking.Kind.OUTCOME, MovementKind.COLLECTION, Reason.of("outcome_unknown", "no answer"), null);
        return Transitions.park(SamplePayments.begun(accepted, key), cause, SamplePayments.NOON)
                .payment();
    }
}
