package io.portolan.activities.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.activities.Workbench;
import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.RateAnswer;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.UnwindPlan;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnwindPlanningTest {
    private static final Reason CLOSED = Reason.of("AC04", "account closed");
    private static final Reason LAPSED = new Reason("quote_expired", "too late", Remedy.REQUOTE);

    private final Workbench bench = new Workbench();

    @Test
    void whatWasConvertedIsSoldBackAtAFirmRateThatIsFixedFirst() {
        payoutRefused();

        assertThat(plan()).isInstanceOf(LegOutcome.Accepted.class);

        UnwindPlan plan = bench.now().progress().plan();
        assertThat(plan.steps()).containsExactly(Step.REVERSAL, Step.REFUND);
        assertThat(plan.reversal().sell()).isEqualTo(bench.accepted.price().destination());
        assertThat(bench.now().stage()).isEqualTo(Stage.UNWINDING);
    }

    @Test
    void anUndoIsPricedOnce() {
        payoutRefused();
        plan();
        UnwindPlan first = bench.now().progress().plan();

        assertThat(plan()).isInstanceOf(LegOutcome.Accepted.class);
        assertThat(bench.now().progress().plan()).isEqualTo(first);
        assertThat(bench.desk.requests()).hasSize(1);
    }

    @Test
    void whatWasOnlyCollectedIsRefundedWithoutTheDealer() {
        bench.booked(Step.COLLECTION);
        bench.decided(Step.TOP_UP, new Finding.Refused(CLOSED));

        plan();

        assertThat(bench.now().progress().plan().steps()).containsExactly(Step.REFUND);
        assertThat(bench.desk.requests()).isEmpty();
        assertThat(bench.conversion.reverse(bench.id())).isEqualTo(new LegOutcome.Accepted("nothing to sell back"));
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

        assertThat(plan()).isInstanceOf(LegOutcome.Unknown.class);
        assertThat(bench.now().progress().plan()).isNull();
        assertThat(bench.desk.requests()).isEmpty();
    }

    @Test
    void aReversalWhoseRateLapsedIsPricedAgainAndGetsANewAttempt() {
        payoutRefused();
        plan();
        bench.orders.refuses(Step.REVERSAL, LAPSED);
        assertThat(bench.conversion.reverse(bench.id())).isEqualTo(new LegOutcome.Rejected(LAPSED));

        plan();

        assertThat(bench.latest(Step.REVERSAL).key().attempt()).isEqualTo(2);
        assertThat(bench.now().progress().plan().reason()).isEqualTo(CLOSED);
        assertThat(bench.conversion.reverse(bench.id())).isInstanceOf(LegOutcome.Accepted.class);
        assertThat(bench.desk.trades().getLast().rate())
                .isEqualTo(bench.now().progress().plan().reversal());
    }

    @Test
    void aDealerThatWillNotBuyBackIsReported() {
        payoutRefused();
        Reason declined = Reason.of("pair_not_served", "no");
        bench.desk.answers(new RateAnswer.Declined(declined));

        assertThat(plan()).isEqualTo(new LegOutcome.Rejected(declined));
        assertThat(bench.now().progress().plan()).isNull();
    }

    @Test
    void aDealerWithoutARateIsAskedAgainLater() {
        payoutRefused();
        bench.desk.answers(new RateAnswer.Unavailable("no answer"));

        assertThatThrownBy(this::plan).isInstanceOf(ApplicationFailure.class);
        assertThat(plan()).isInstanceOf(LegOutcome.Accepted.class);
    }

    private void payoutRefused() {
        bench.booked(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION);
        bench.decided(Step.PAYOUT, new Finding.Refused(CLOSED));
    }

    private LegOutcome plan() {
        return bench.stored.planUnwind(bench.id(), CLOSED);
    }
}
