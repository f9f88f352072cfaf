package io.portolan.activities.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Stage;
import io.portolan.workflows.payment.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabasePaymentActivitiesTest {
    private static final Reason UNKNOWN = Reason.of("outcome_unknown", "no answer");
    private static final Reason WRONG_ACCOUNT = new Reason("AC01", "wrong account", Remedy.CORRECT_PAYEE);

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private final DecisionHeader header = header(bench);

    @Test
    void aConversionIsParkedWithTheInstructionThatIsOpen() {
        bench.booked(Step.COLLECTION);
        bench.begun(Step.TOP_UP);

        bench.stored.park(bench.id(), Step.CONVERSION, UNKNOWN);

        assertThat(parking().step()).isEqualTo(Step.TOP_UP);
        assertThat(bench.latest(Step.TOP_UP).booking()).isEqualTo(BookingStatus.UNKNOWN);
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
        payoutRejected();
        Duration first = bench.stored.parkUntilDeadline(bench.id(), Step.PAYOUT, WRONG_ACCOUNT, Duration.ofHours(2));
        bench.pass(Duration.ofSeconds(8));

        Duration later = bench.stored.parkUntilDeadline(bench.id(), Step.PAYOUT, WRONG_ACCOUNT, Duration.ofHours(2));

        assertThat(first).isEqualTo(Duration.ofHours(2));
        assertThat(later).isEqualTo(Duration.ofHours(2).minusSeconds(8));
    }

    @Test
    void aDeadlineThatHasPassedLeavesNothing() {
        payoutRejected();
        bench.stored.parkUntilDeadline(bench.id(), Step.PAYOUT, WRONG_ACCOUNT, Duration.ofSeconds(1));
        bench.pass(Duration.ofSeconds(8));

        assertThat(bench.stored.parkUntilDeadline(bench.id(), Step.PAYOUT, WRONG_ACCOUNT, Duration.ofSeconds(1)))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void evidenceOfExecutionIsBookedOnce() {
        bench.begun(Step.COLLECTION);
        bench.stored.park(bench.id(), Step.COLLECTION, UNKNOWN);

        bench.stored.recordExecuted(Step.COLLECTION, new Decision.ResolveExecuted(header));
        bench.stored.recordExecuted(Step.COLLECTION, new Decision.ResolveExecuted(header));

        assertThat(bench.payments.entries()).hasSize(1);
        assertThat(bench.collection.collect(bench.id())).isEqualTo(new MovementOutcome.Booked("d1"));
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void evidenceOfNoExecutionRejectsTheInstruction() {
        bench.begun(Step.COLLECTION);

        bench.stored.recordNotExecuted(Step.COLLECTION, new Decision.ResolveNotExecuted(header));

        assertThat(bench.now().stage()).isEqualTo(Stage.FAILED);
        assertThat(bench.latest(Step.COLLECTION).rejection().code()).isEqualTo("not_executed");
    }

    @Test
    void whatTheBankDecidedMeanwhileIsNotResolvedAgain() {
        bench.booked(Step.COLLECTION);

        bench.stored.recordNotExecuted(Step.COLLECTION, new Decision.ResolveNotExecuted(header));

        assertThat(bench.now().isBooked(Step.COLLECTION)).isTrue();
        assertThat(bench.payments.eventTypes()).doesNotContain("collection.contradicted");
    }

    @Test
    void aDecisionIsRecordedOnceWithWhoAndWhy() {
        bench.stored.recordDecision(new Decision.Retry(header));
        bench.stored.recordDecision(new Decision.Retry(header));

        assertThat(bench.decisions.of(bench.payment.id())).containsExactly(new Decision.Retry(header));
    }

    @Test
    void aNextAttemptBeginsOnlyForWhatIsProvenNotExecuted() {
        bench.begun(Step.COLLECTION);
        bench.stored.beginNextAttempt(bench.id(), Step.COLLECTION);
        assertThat(bench.now().state().instructions()).hasSize(1);

        payoutRejected();
        bench.stored.beginNextAttempt(bench.id(), Step.PAYOUT);
        bench.stored.beginNextAttempt(bench.id(), Step.PAYOUT);

        assertThat(bench.latest(Step.PAYOUT).key().attempt()).isEqualTo(2);
    }

    @Test
    void aCancellationIsPossibleUntilAPayoutIsInstructed() {
        assertThat(bench.stored.recordCancellation(new Decision.Cancel(header))).isTrue();
        assertThat(bench.stored.recordCancellation(new Decision.Cancel(header))).isTrue();
        assertThat(bench.decisions.of(bench.payment.id())).hasSize(1);

        ActivitiesUnderTest late = new ActivitiesUnderTest();
        late.booked(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION);
        late.begun(Step.PAYOUT);

        assertThat(late.stored.recordCancellation(new Decision.Cancel(header(late))))
                .isFalse();
        assertThat(late.decisions.of(late.payment.id())).isEmpty();
    }

    @Test
    void anUntouchedPaymentIsCancelledAndARejectedOneFailed() {
        Reason cancelled = Reason.of("cancelled", "cancelled");
        assertThat(bench.stored.conclude(bench.id(), cancelled)).isEqualTo(Result.CANCELLED);
        assertThat(bench.now().stage()).isEqualTo(Stage.CANCELLED);

        ActivitiesUnderTest rejected = new ActivitiesUnderTest();
        rejected.decided(Step.COLLECTION, new InquiryResult.Rejected(Reason.of("LIMIT_EXCEEDED", "too much")));

        assertThat(rejected.stored.conclude(rejected.id(), cancelled)).isEqualTo(Result.FAILED);
        assertThat(rejected.now().state().reason().code()).isEqualTo("LIMIT_EXCEEDED");
    }

    private void payoutRejected() {
        bench.booked(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION);
        bench.decided(Step.PAYOUT, new InquiryResult.Rejected(WRONG_ACCOUNT));
    }

    private static DecisionHeader header(ActivitiesUnderTest bench) {
        return new DecisionHeader("d1", bench.payment.id(), "ada", "says the statement", bench.time());
    }

    private Parking parking() {
        return bench.now().state().parking();
    }
}
