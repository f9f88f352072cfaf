package io.portolan.workflows.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.LegOutcome.Rejected;
import io.portolan.domain.bank.LegOutcome.Unknown;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.identity.Step;
import io.portolan.workflows.payment.Resolution.Verdict;
import io.temporal.client.WorkflowUpdateException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What people decide: repair, compensate, cancel; refused where it does not fit, harmless when repeated. */
class OperatorDecisionsTest {
    private static final Rejected WRONG_ACCOUNT =
            new Rejected(new Reason("AC01", "wrong account number", Remedy.CORRECT_PAYEE));

    private final ScriptedLegs legs = new ScriptedLegs();

    @Test
    void aRepairedPayoutGetsANewAttempt() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            run.retry("d1");

            assertThat(run.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(legs.notes()).endsWith("record RETRY d1", "grantRetry PAYOUT", "payOut");
            run.recordAs("completed-after-repair");
        }
    }

    @Test
    void aPayoutThatIsStillWrongIsParkedAgain() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            run.retry("d1");
            PaymentRun.until(() -> legs.count("parkFor PAYOUT AC01") == 2);
            run.atRest().retry("d2");

            assertThat(run.ending()).isEqualTo(Ending.COMPLETED);
        }
    }

    @Test
    void aPayoutThatNobodyRepairsInTimeIsUnwound() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            assertThat(run.ending()).isEqualTo(Ending.RETURNED);
            assertThat(legs.notes()).endsWith("parkFor PAYOUT AC01", "plan AC01", "reverse", "refund");
            run.recordAs("returned-after-repair-deadline");
        }
    }

    @Test
    void aPayoutThatSomebodyGivesUpIsUnwound() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            run.compensate("d1");

            assertThat(run.ending()).isEqualTo(Ending.RETURNED);
            assertThat(legs.notes()).endsWith("record COMPENSATE d1", "plan AC01", "reverse", "refund");
            run.recordAs("returned-after-compensate");
        }
    }

    @Test
    void aRepeatedDecisionHasNoEffectAndTheSameAnswer() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            run.retry("d1");
            PaymentRun.until(() -> legs.count("parkFor PAYOUT AC01") == 2);

            run.atRest().retry("d1");

            run.atRest();
            assertThat(legs.count("grantRetry PAYOUT")).isEqualTo(1);
            assertThat(legs.count("record RETRY d1")).isEqualTo(1);
        }
    }

    @Test
    void aCancellationBeforeTheCollectionEndsThePayment() {
        legs.outcomes(Step.COLLECTION, new Rejected(Reason.of("cancelled", "withdrawn")))
                .isCancelled();
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.ending()).isEqualTo(Ending.CANCELLED);
            assertThat(legs.notes()).containsExactly("collect", "conclude cancelled");
            run.recordAs("cancelled-before-collection");
        }
    }

    @Test
    void aCancellationWhileTheConversionIsOpenUndoesWhatMoved() {
        legs.outcomes(Step.CONVERSION, new Unknown("still pending"));
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("convert") == 1);
            run.atRest().cancel("d1");
            run.resolveWhenParked(legs, Step.CONVERSION);

            assertThat(run.ending()).isEqualTo(Ending.RETURNED);
            assertThat(legs.notes()).endsWith("payOut", "plan cancelled", "reverse", "refund");
            run.recordAs("returned-after-cancel");
        }
    }

    @Test
    void aCancellationThatComesTooLateIsRefused() {
        legs.outcomes(Step.PAYOUT, new Unknown("still pending")).refusesToCancel();
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("payOut") == 1);

            assertRefused(() -> run.atRest().cancel("d1"), "a payout was instructed");
        }
    }

    @Test
    void aPaymentThatTurnsBackCannotBeCancelled() {
        legs.outcomes(Step.PAYOUT, new Rejected(Reason.of("AC04", "closed")))
                .outcomes(Step.REFUND, new Rejected(Reason.of("ACCOUNT_CLOSED", "closed")));
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("park REFUND ACCOUNT_CLOSED") == 1);
            run.atRest();

            assertRefused(() -> run.cancel("d1"), "being unwound");
            assertRefused(() -> run.compensate("d2"), "being unwound");
            assertRefused(() -> run.resolve("d3", Verdict.EXECUTED), "no outcome is unknown");
        }
    }

    @Test
    void aPaymentThatIsNotParkedTakesNoDecision() {
        legs.outcomes(Step.PAYOUT, new Unknown("still pending"));
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("payOut") == 1);
            run.atRest();

            assertRefused(() -> run.retry("d1"), "not parked");
            assertRefused(() -> run.compensate("d2"), "not parked");
            assertRefused(() -> run.resolve("d3", Verdict.EXECUTED), "not parked");
        }
    }

    @Test
    void aDecisionWithoutAReasonOrWithAStrangeIdIsRefused() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            assertRefused(() -> run.update("retryLeg", new Decision("d1", "ada", " ")), "reason");
            assertRefused(() -> run.update("requestCancel", new Decision("d 1", "ada", "why")), "action's id");
        }
    }

    private PaymentRun awaitingRepair() {
        PaymentRun run = new PaymentRun(legs);
        PaymentRun.until(() -> legs.count("parkFor PAYOUT AC01") == 1);
        return run.atRest();
    }

    private static void assertRefused(ThrowingCallable update, String message) {
        assertThatThrownBy(update)
                .isInstanceOf(WorkflowUpdateException.class)
                .cause()
                .hasMessageContaining(message);
    }
}
