package io.portolan.activities.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.PlanResult;
import io.portolan.domain.plan.UnwindPlan;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnwindPlanningTest {
    private static final Reason CLOSED = Reason.of("AC04", "account closed");
    private static final Reason LAPSED = new Reason("quote_expired", "too late", Remedy.REQUOTE);

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();

    @Test
    void whatWasConvertedIsSoldBackAtAFirmRateThatIsFixedFirst() {
        payoutRejected();

        assertThat(plan()).isInstanceOf(PlanResult.Planned.class);

        UnwindPlan plan = bench.now().state().unwindPlan();
        assertThat(plan.steps()).containsExactly(Step.REVERSAL, Step.REFUND);
        assertThat(plan.reversal().sell()).isEqualTo(bench.payment.price().destination());
        assertThat(bench.now().stage()).isEqualTo(Stage.UNWINDING);
    }

    @Test
    void anUnwindIsPricedOnce() {
        payoutRejected();
        plan();
        UnwindPlan first = bench.now().state().unwindPlan();

        assertThat(plan()).isInstanceOf(PlanResult.Planned.class);
        assertThat(bench.now().state().unwindPlan()).isEqualTo(first);
        assertThat(bench.desk.requests()).hasSize(1);
    }

    @Test
    void whatWasOnlyCollectedIsRefundedWithoutTheDealer() {
        bench.booked(Step.COLLECTION);
        bench.decided(Step.TOP_UP, new InquiryResult.Rejected(CLOSED));

        plan();

        assertThat(bench.now().state().unwindPlan().steps()).containsExactly(Step.REFUND);
        assertThat(bench.desk.requests()).isEmpty();
        assertThat(bench.conversion.reverse(bench.id())).isEqualTo(new MovementOutcome.NothingToDo());
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"COLLECTION", "TOP_UP", "CONVERSION", "PAYOUT"})
    void whileAStepForwardIsOpenNothingIsPlanned(Step open) {
        for (Step step : new Step[] {Step.COLLECTION, Step.TOP_UP, Step.CONVERSION, Step.PAYOUT}) {
            if (step == open) {
                bench.begun(step);
                break;
            }
            bench.booked(step);
        }

        assertThat(plan()).isInstanceOf(PlanResult.StepOpen.class);
        assertThat(bench.now().state().unwindPlan()).isNull();
        assertThat(bench.desk.requests()).isEmpty();
    }

    @Test
    void aReversalWhoseRateLapsedIsPricedAgainAndGetsANewAttempt() {
        payoutRejected();
        plan();
        bench.orders.rejects(Step.REVERSAL, LAPSED);
        assertThat(bench.conversion.reverse(bench.id())).isEqualTo(new MovementOutcome.Rejected(LAPSED));

        plan();

        assertThat(bench.latest(Step.REVERSAL).key().attempt()).isEqualTo(2);
        assertThat(bench.now().state().unwindPlan().reason()).isEqualTo(CLOSED);
        assertThat(bench.conversion.reverse(bench.id())).isInstanceOf(MovementOutcome.Booked.class);
        assertThat(bench.desk.trades().getLast().rate())
                .isEqualTo(bench.now().state().unwindPlan().reversal());
    }

    @Test
    void aDealerThatWillNotBuyBackIsReported() {
        payoutRejected();
        Reason declined = Reason.of("pair_not_served", "no");
        bench.desk.answers(new RateResponse.Rejected(declined));

        assertThat(plan()).isEqualTo(new PlanResult.Declined(declined));
        assertThat(bench.now().state().unwindPlan()).isNull();
    }

    @Test
    void aDealerWithoutARateIsAskedAgainLater() {
        payoutRejected();
        bench.desk.answers(new RateResponse.Unavailable("no answer"));

        assertThatThrownBy(this::plan).isInstanceOf(ApplicationFailure.class);
        assertThat(plan()).isInstanceOf(PlanResult.Planned.class);
    }

    private void payoutRejected() {
        bench.booked(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION);
        bench.decided(Step.PAYOUT, new InquiryResult.Rejected(CLOSED));
    }

    private PlanResult plan() {
        return bench.stored.planUnwind(bench.id(), CLOSED);
    }
}
