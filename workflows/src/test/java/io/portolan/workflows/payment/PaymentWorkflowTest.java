package io.portolan.workflows.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome.Rejected;
import io.portolan.domain.plan.PlanResult;
import org.junit.jupiter.api.Test;

/** How a payment ends when every outcome is known. */
class PaymentWorkflowTest {
    private static final Reason NO_FUNDS = Reason.of("INSUFFICIENT_FUNDS", "no money");
    private static final Reason CREDIT_LIMIT = Reason.of("credit_limit", "too much");
    private static final Reason CLOSED = Reason.of("AC04", "account closed");
    private static final Reason LAPSED = new Reason("quote_expired", "too late", Remedy.REQUOTE);

    private final ScriptedLegs legs = new ScriptedLegs();

    @Test
    void aPaymentIsCollectedConvertedAndPaidOut() {
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.result()).isEqualTo(Result.COMPLETED);
            assertThat(legs.notes()).containsExactly("collect", "convert", "payOut");
            run.recordAs("completed");
        }
    }

    @Test
    void aHappyPaymentCosts23EventsOfHistory() {
        try (PaymentRun run = new PaymentRun(legs)) {
            run.result();

            assertThat(run.events()).hasSize(23);
        }
    }

    @Test
    void aRejectedCollectionFailsThePaymentAndUndoesNothing() {
        legs.outcomes(Step.COLLECTION, new Rejected(NO_FUNDS));
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.result()).isEqualTo(Result.FAILED);
            assertThat(legs.notes()).containsExactly("collect", "conclude INSUFFICIENT_FUNDS");
            run.recordAs("failed");
        }
    }

    @Test
    void aRejectedConversionRefundsTheBuyer() {
        legs.outcomes(Step.CONVERSION, new Rejected(CREDIT_LIMIT));
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).containsExactly("collect", "convert", "plan credit_limit", "reverse", "refund");
            run.recordAs("returned-after-conversion-rejected");
        }
    }

    @Test
    void aRejectedPayoutIsUndoneNewestFirst() {
        legs.outcomes(Step.PAYOUT, new Rejected(CLOSED));
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).containsExactly("collect", "convert", "payOut", "plan AC04", "reverse", "refund");
            run.recordAs("returned-after-payout-rejected");
        }
    }

    @Test
    void aReturnedPaymentIsStartedAgainAndUndone() {
        try (PaymentRun run = new PaymentRun(legs)) {
            run.result();
            legs.outcomes(Step.PAYOUT, new Rejected(Reason.of("payout_returned", "came back")));

            run.start();

            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).endsWith("plan payout_returned", "reverse", "refund");
            run.recordAs("returned-after-completion");
        }
    }

    @Test
    void aLapsedReversalIsPricedAgainByItself() {
        legs.outcomes(Step.PAYOUT, new Rejected(CLOSED)).outcomes(Step.REVERSAL, new Rejected(LAPSED));
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).endsWith("reverse", "plan quote_expired", "reverse", "refund");
        }
    }

    @Test
    void aReversalThatLapsesAgainAndAgainWaitsForAPerson() {
        Rejected lapsed = new Rejected(LAPSED);
        legs.outcomes(Step.PAYOUT, new Rejected(CLOSED)).outcomes(Step.REVERSAL, lapsed, lapsed, lapsed, lapsed);
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("park REVERSAL quote_expired") == 1);
            run.atRest().retry("d1");

            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.count("plan quote_expired")).isEqualTo(4);
        }
    }

    @Test
    void anUnwindThatTheDealerDoesNotPriceWaitsForAPerson() {
        legs.outcomes(Step.PAYOUT, new Rejected(CLOSED))
                .plans(new PlanResult.Declined(Reason.of("pair_not_served", "no")));
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("park REVERSAL pair_not_served") == 1);
            run.atRest().retry("d1");

            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).endsWith("record retry d1", "plan AC04", "reverse", "refund");
        }
    }

    @Test
    void aRejectedRefundWaitsForAPersonAndGetsANewAttempt() {
        legs.outcomes(Step.CONVERSION, new Rejected(CREDIT_LIMIT))
                .outcomes(Step.REFUND, new Rejected(Reason.of("ACCOUNT_CLOSED", "closed")));
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("park REFUND ACCOUNT_CLOSED") == 1);
            assertThat(run.atRest().compensations()).containsExactly(Step.REFUND);
            run.retry("d1");

            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).endsWith("record retry d1", "nextAttempt REFUND", "refund");
            run.recordAs("returned-after-refund-rejected");
        }
    }

    @Test
    void whatMovedWhileTheUnwindWasPricedIsLookedAtFromTheTop() {
        legs.outcomes(Step.CONVERSION, new Rejected(CREDIT_LIMIT)).plans(new PlanResult.StepOpen());
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.result()).isEqualTo(Result.COMPLETED);
            assertThat(legs.notes())
                    .containsExactly("collect", "convert", "plan credit_limit", "collect", "convert", "payOut");
        }
    }
}
