package io.portolan.activities.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.activities.DecisionsUnderTest;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.PlanResult;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.Result;
import org.junit.jupiter.api.Test;

/** What happens to a payout that is wrong or comes back, and to a completed payment that its merchant refunds. */
class ReturnsAndRefundsTest {
    private static final Reason WRONG_ACCOUNT = Reason.of("ac01", "wrong account");
    private static final Reason CLOSED = Reason.of("ac04", "account closed");
    private static final Advance COMPLETED = new Advance.Ended(Result.COMPLETED);
    private static final Advance RETURNED = new Advance.Ended(Result.RETURNED);

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private final DecisionsUnderTest decisions = new DecisionsUnderTest(bench);

    @Test
    void aCorrectedPayeeIsPaidUnderANewKey() {
        bench.orders.rejects(MovementKind.PAYOUT, WRONG_ACCOUNT);
        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);
        InstructionKey wrong = bench.latest(MovementKind.PAYOUT).key();

        correctPayee();

        assertThat(bench.drive()).isEqualTo(COMPLETED);
        assertThat(bench.latest(MovementKind.PAYOUT).key()).isNotEqualTo(wrong);
        assertThat(bench.bank.payoutOrders().getLast().payee().account().number())
                .isEqualTo("000987654321");
        assertNothingOwed();
    }

    @Test
    void aPayeeThatNobodyCorrectsInTimeIsNotPaidAndTheBuyerIsRefunded() {
        bench.orders.rejects(MovementKind.PAYOUT, WRONG_ACCOUNT);

        assertThat(bench.driveToRest()).isEqualTo(RETURNED);
        assertThat(bench.executed()).doesNotContain("payout/1");
        assertNothingOwed();
    }

    @Test
    void aPayeeIsCorrectedAtMostThreeTimes() {
        for (int i = 0; i < 4; i++) {
            bench.orders.rejects(MovementKind.PAYOUT, WRONG_ACCOUNT);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);
            correctPayee();
        }

        assertThat(bench.drive()).isEqualTo(RETURNED);
    }

    @Test
    void whatReallyCameBackOfAPayoutIsPaidAgainToTheCorrectedPayee() {
        bench.drive();
        Money back = bench.returnPayout(98_455, WRONG_ACCOUNT);
        assertThat(bench.drive()).isInstanceOf(Advance.Waiting.class);

        correctPayee();

        assertThat(bench.drive()).isEqualTo(COMPLETED);
        assertThat(bench.now().currentPlan()).isEmpty();
        assertThat(bench.now().state().plans()).last().extracting(Plan::purpose).isEqualTo(Purpose.RETURN);
        assertThat(bench.latest(MovementKind.PAYOUT).executed()).isEqualTo(back);
        assertNothingOwed();
    }

    @Test
    void aPayoutThatCameBackForGoodIsUnwoundWithWhatCameBack() {
        bench.drive();
        Money back = bench.returnPayout(98_455, CLOSED);

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.latest(MovementKind.REVERSAL).amount()).isEqualTo(back);
        assertThat(bench.now().state().reason().code()).isEqualTo("payout_returned");
        assertThat(bench.book.sum(AccountKind.FEE_EXPENSE)).isPositive();
        assertNothingOwed();
    }

    @Test
    void aPaidAgainPayoutThatComesBackAgainIsUnwound() {
        bench.drive();
        bench.returnPayout(98_455, WRONG_ACCOUNT);
        bench.drive();
        correctPayee();
        bench.drive();
        Money back = bench.latest(MovementKind.PAYOUT).executed();
        bench.returnPayout(back.minorUnits(), CLOSED);

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.latest(MovementKind.REVERSAL).amount()).isEqualTo(back);
        assertNothingOwed();
    }

    @Test
    void aShownUnwindIsTheOneThatRuns() {
        bench.orders.rejects(MovementKind.PAYOUT, WRONG_ACCOUNT);
        bench.drive();
        PlanResult.Proposed shown =
                (PlanResult.Proposed) bench.planning.propose(bench.payment.id(), Reason.of("given_up", "by a person"));

        var applied = decisions.carryOut(
                new Decision.Unwind(decisions.header(), shown.plan().number()));

        assertThat(applied.status()).isEqualTo(DecisionStatus.APPLIED);
        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.now().state().plans().getLast().movements())
                .isEqualTo(shown.plan().movements());
        assertNothingOwed();
    }

    @Test
    void partialRefundsAreDoneOneAfterTheOtherUntilNothingIsLeft() {
        bench.drive();
        bench.requestRefund(200_000);
        assertThat(bench.drive()).isEqualTo(COMPLETED);
        bench.requestRefund(300_000);
        bench.requestRefund(220_000);

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.now().instructionsOf(MovementKind.REFUND))
                .extracting(refund -> refund.executed().minorUnits())
                .containsExactly(200_000L, 300_000L, 220_000L);
        assertThat(bench.now().refundable().isZero()).isTrue();
        assertThat(bench.book.sum(AccountKind.RECEIVABLE))
                .isEqualTo(bench.payment.price().source().minorUnits());
    }

    @Test
    void aPaymentThatIsPartlyRefundedStaysCompleted() {
        bench.drive();
        bench.requestRefund(200_000);

        assertThat(bench.drive()).isEqualTo(COMPLETED);
        assertThat(bench.now().stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.now().refunded().minorUnits()).isEqualTo(200_000);
    }

    @Test
    void aPayoutThatComesBackAfterAPartialRefundGivesTheBuyerOnlyTheRest() {
        bench.drive();
        bench.requestRefund(200_000);
        bench.drive();
        bench.returnPayout(bench.payment.price().destination().minorUnits(), CLOSED);

        assertThat(bench.drive()).isEqualTo(RETURNED);
        assertThat(bench.now().refunded()).isEqualTo(bench.payment.price().source());
        assertThat(bench.book.sum(AccountKind.RECEIVABLE)).isZero();
        assertNothingOwed();
    }

    private void correctPayee() {
        decisions.carryOut(decisions.correctedPayee());
    }

    private void assertNothingOwed() {
        assertThat(bench.book.sum(AccountKind.PAYABLE)).isZero();
        assertThat(bench.book.sum(AccountKind.FX_POSITION)).isZero();
    }
}
