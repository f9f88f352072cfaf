package io.portolan.activities.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.Workbench;
import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.identity.Step;
import io.portolan.domain.operations.OperatorAction;
import io.portolan.domain.operations.OperatorAction.Kind;
import io.portolan.domain.payment.Information;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Stage;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.Ending;
import io.portolan.workflows.payment.Resolution;
import io.portolan.workflows.payment.Resolution.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoredPaymentTest {
    private static final Reason UNKNOWN = Reason.of("outcome_unknown", "no answer");
    private static final Reason WRONG_ACCOUNT = new Reason("AC01", "wrong account", Remedy.CORRECT_PAYEE);
    private static final Decision DECISION = new Decision("d1", "ada", "says the statement");

    private final Workbench bench = new Workbench();

    @Test
    void aConversionIsParkedWithTheInstructionThatIsOpen() {
        bench.booked(Step.COLLECTION);
        bench.begun(Step.TOP_UP);

        bench.stored.park(bench.id(), Step.CONVERSION, UNKNOWN);

        assertThat(parking().step()).isEqualTo(Step.TOP_UP);
        assertThat(bench.latest(Step.TOP_UP).information()).isEqualTo(Information.UNKNOWN);
    }

    @Test
    void parkingForTheSameThingAgainChangesNothing() {
        bench.begun(Step.COLLECTION);
        bench.stored.park(bench.id(), Step.COLLECTION, UNKNOWN);
        Parking first = parking();

        bench.stored.park(bench.id(), Step.COLLECTION, Reason.of("outcome_unknown", "in other words"));

        assertThat(parking()).isEqualTo(first);
        assertThat(bench.payments.eventTypes()).filteredOn("parked"::equals).hasSize(1);
    }

    @Test
    void aRepairKeepsItsFirstDeadline() {
        payoutRefused();
        Duration first = bench.stored.parkFor(bench.id(), Step.PAYOUT, WRONG_ACCOUNT, Duration.ofHours(2));
        bench.pass(Duration.ofSeconds(8));

        Duration later = bench.stored.parkFor(bench.id(), Step.PAYOUT, WRONG_ACCOUNT, Duration.ofHours(2));

        assertThat(first).isEqualTo(Duration.ofHours(2));
        assertThat(later).isEqualTo(Duration.ofHours(2).minusSeconds(8));
    }

    @Test
    void aDeadlineThatHasPassedLeavesNothing() {
        payoutRefused();
        bench.stored.parkFor(bench.id(), Step.PAYOUT, WRONG_ACCOUNT, Duration.ofSeconds(1));
        bench.pass(Duration.ofSeconds(8));

        assertThat(bench.stored.parkFor(bench.id(), Step.PAYOUT, WRONG_ACCOUNT, Duration.ofSeconds(1)))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void evidenceOfExecutionIsBookedOnce() {
        bench.begun(Step.COLLECTION);
        bench.stored.park(bench.id(), Step.COLLECTION, UNKNOWN);

        resolve(Verdict.EXECUTED);
        resolve(Verdict.EXECUTED);

        assertThat(bench.payments.entries()).hasSize(1);
        assertThat(bench.collection.collect(bench.id())).isEqualTo(new LegOutcome.Accepted("d1"));
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void evidenceOfNoExecutionRefusesTheInstruction() {
        bench.begun(Step.COLLECTION);

        resolve(Verdict.NOT_EXECUTED);

        assertThat(bench.now().stage()).isEqualTo(Stage.FAILED);
        assertThat(bench.latest(Step.COLLECTION).rejection().code()).isEqualTo("not_executed");
    }

    @Test
    void whatTheBankDecidedMeanwhileIsNotResolvedAgain() {
        bench.booked(Step.COLLECTION);

        resolve(Verdict.NOT_EXECUTED);

        assertThat(bench.now().isBooked(Step.COLLECTION)).isTrue();
        assertThat(bench.payments.eventTypes()).doesNotContain("collection.contradicted");
    }

    @Test
    void aDecisionIsRecordedOnceWithWhoAndWhy() {
        bench.stored.record(bench.id(), Kind.RETRY, DECISION);
        bench.stored.record(bench.id(), Kind.RETRY, DECISION);

        assertThat(bench.actions.of(bench.accepted.id()))
                .containsExactly(new OperatorAction(
                        "d1", bench.accepted.id(), Kind.RETRY, "ada", "says the statement", bench.time()));
    }

    @Test
    void aRetryIsGrantedOnlyForWhatIsProvenNotExecuted() {
        bench.begun(Step.COLLECTION);
        bench.stored.grantRetry(bench.id(), Step.COLLECTION);
        assertThat(bench.now().progress().instructions()).hasSize(1);

        payoutRefused();
        bench.stored.grantRetry(bench.id(), Step.PAYOUT);
        bench.stored.grantRetry(bench.id(), Step.PAYOUT);

        assertThat(bench.latest(Step.PAYOUT).key().attempt()).isEqualTo(2);
    }

    @Test
    void aCancellationIsPossibleUntilAPayoutIsInstructed() {
        assertThat(bench.stored.requestCancel(bench.id(), DECISION)).isTrue();
        assertThat(bench.stored.requestCancel(bench.id(), DECISION)).isTrue();
        assertThat(bench.actions.of(bench.accepted.id())).hasSize(1);

        Workbench late = new Workbench();
        late.booked(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION);
        late.begun(Step.PAYOUT);

        assertThat(late.stored.requestCancel(late.id(), DECISION)).isFalse();
        assertThat(late.actions.of(late.accepted.id())).isEmpty();
    }

    @Test
    void anUntouchedPaymentIsCancelledAndARefusedOneFailed() {
        Reason cancelled = Reason.of("cancelled", "withdrawn");
        assertThat(bench.stored.conclude(bench.id(), cancelled)).isEqualTo(Ending.CANCELLED);
        assertThat(bench.now().stage()).isEqualTo(Stage.CANCELLED);

        Workbench refused = new Workbench();
        refused.decided(Step.COLLECTION, new Finding.Refused(Reason.of("LIMIT_EXCEEDED", "too much")));

        assertThat(refused.stored.conclude(refused.id(), cancelled)).isEqualTo(Ending.FAILED);
        assertThat(refused.now().progress().reason().code()).isEqualTo("LIMIT_EXCEEDED");
    }

    private void payoutRefused() {
        bench.booked(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION);
        bench.decided(Step.PAYOUT, new Finding.Refused(WRONG_ACCOUNT));
    }

    private void resolve(Verdict verdict) {
        bench.stored.resolve(bench.id(), Step.COLLECTION, new Resolution(DECISION, verdict));
    }

    private Parking parking() {
        return bench.now().progress().parking();
    }
}
