package io.portolan.workflows.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome.Rejected;
import io.portolan.domain.instruction.MovementOutcome.Unknown;
import io.temporal.client.WorkflowUpdateException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What people decide: repair, unwind, cancel; rejected where it does not fit, harmless when repeated. */
class OperatorDecisionsTest {
    private static final Rejected WRONG_ACCOUNT =
            new Rejected(new Reason("AC01", "wrong account number", Remedy.CORRECT_PAYEE));

    private final ScriptedLegs legs = new ScriptedLegs();

    @Test
    void aRepairedPayoutGetsANewAttempt() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            run.retry("d1");

            assertThat(run.result()).isEqualTo(Result.COMPLETED);
            assertThat(legs.notes()).endsWith("record retry d1", "nextAttempt PAYOUT", "payOut");
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

            assertThat(run.result()).isEqualTo(Result.COMPLETED);
        }
    }

    @Test
    void aPayoutThatNobodyRepairsInTimeIsUnwound() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).endsWith("parkFor PAYOUT AC01", "plan AC01", "reverse", "refund");
            run.recordAs("returned-after-repair-deadline");
        }
    }

    @Test
    void aPayoutThatSomebodyGivesUpIsUnwound() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            run.unwind("d1");

            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).endsWith("record unwind d1", "plan AC01", "reverse", "refund");
            run.recordAs("returned-after-unwind");
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
            assertThat(legs.count("nextAttempt PAYOUT")).isEqualTo(1);
            assertThat(legs.count("record retry d1")).isEqualTo(1);
        }
    }

    @Test
    void aCancellationBeforeTheCollectionEndsThePayment() {
        legs.outcomes(Step.COLLECTION, new Rejected(Reason.of("cancelled", "withdrawn")))
                .isCancelled();
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.result()).isEqualTo(Result.CANCELLED);
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

            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).endsWith("payOut", "plan cancelled", "reverse", "refund");
            run.recordAs("returned-after-cancel");
        }
    }

    @Test
    void aCancellationThatComesTooLateIsRejected() {
        legs.outcomes(Step.PAYOUT, new Unknown("still pending")).isTooLateToCancel();
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("payOut") == 1);

            assertRejected(() -> run.atRest().cancel("d1"), "too late to cancel");
        }
    }

    @Test
    void aPaymentThatIsBeingUnwoundCannotBeCancelled() {
        legs.outcomes(Step.PAYOUT, new Rejected(Reason.of("AC04", "closed")))
                .outcomes(Step.REFUND, new Rejected(Reason.of("ACCOUNT_CLOSED", "closed")));
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("park REFUND ACCOUNT_CLOSED") == 1);
            run.atRest();

            assertRejected(() -> run.cancel("d1"), "being unwound");
            assertRejected(() -> run.unwind("d2"), "being unwound");
            assertRejected(() -> run.resolveExecuted("d3"), "no outcome is unknown");
        }
    }

    @Test
    void aPaymentThatIsNotParkedTakesNoDecision() {
        legs.outcomes(Step.PAYOUT, new Unknown("still pending"));
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("payOut") == 1);
            run.atRest();

            assertRejected(() -> run.retry("d1"), "not parked");
            assertRejected(() -> run.unwind("d2"), "not parked");
            assertRejected(() -> run.resolveExecuted("d3"), "not parked");
        }
    }

    @Test
    void aDecisionWithoutAReasonOrWithAStrangeIdIsRejected() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            assertThatThrownBy(() -> run.decide(forged("d1", PaymentRun.PAYMENT.value(), " ")))
                    .hasStackTraceContaining("reason");
            assertThatThrownBy(() -> run.decide(forged("d 1", PaymentRun.PAYMENT.value(), "why")))
                    .hasStackTraceContaining("decision's id");
            run.retry("d2");

            assertThat(run.result()).isEqualTo(Result.COMPLETED);
        }
    }

    @Test
    void aDecisionAboutAnotherPaymentIsRejected() {
        legs.outcomes(Step.PAYOUT, WRONG_ACCOUNT);
        try (PaymentRun run = awaitingRepair()) {
            assertRejected(() -> run.decide(forged("d1", PaymentId.next().value(), "why")), "about another payment");
        }
    }

    /** What somebody else may send to the workflow service: not one of our values. */
    private static Map<String, Object> forged(String id, String payment, String reason) {
        Map<String, Object> header = Map.of(
                "id",
                id,
                "payment",
                Map.of("value", payment),
                "operator",
                "ada",
                "reason",
                reason,
                "decidedAt",
                "2026-11-21T12:00:00Z");
        return Map.of("decision", "retry", "header", header);
    }

    private PaymentRun awaitingRepair() {
        PaymentRun run = new PaymentRun(legs);
        PaymentRun.until(() -> legs.count("parkFor PAYOUT AC01") == 1);
        return run.atRest();
    }

    private static void assertRejected(ThrowingCallable update, String message) {
        assertThatThrownBy(update)
                .isInstanceOf(WorkflowUpdateException.class)
                .cause()
                .hasMessageContaining(message);
    }
}
