package io.portolan.workflows.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome.Rejected;
import io.portolan.domain.instruction.MovementOutcome.Unknown;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is unknown is waited for and parked; it is never compensated and never sent again. */
class UnknownOutcomeTest {
    private static final Unknown UNKNOWN = new Unknown("still pending");
    private static final Rejected FINAL = new Rejected(Reason.of("AC04", "account closed"));

    private final ScriptedLegs legs = new ScriptedLegs();

    @ParameterizedTest
    @CsvSource({
        "COLLECTION, executed, COMPLETED",
        "COLLECTION, not_executed, FAILED",
        "CONVERSION, executed, COMPLETED",
        "CONVERSION, not_executed, RETURNED",
        "PAYOUT, executed, COMPLETED",
        "PAYOUT, not_executed, RETURNED"
    })
    void aParkedStepIsResolvedByEvidenceEitherWay(Step step, String verdict, Result result) {
        legs.outcomes(step, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            parked(run, step);
            if (verdict.equals("executed")) {
                run.resolveExecuted("d1");
            } else {
                run.resolveNotExecuted("d1");
            }

            assertThat(run.result()).isEqualTo(result);
            assertThat(legs.notes())
                    .containsSubsequence(
                            "park " + step + " outcome_unknown",
                            "record resolve_" + verdict + " d1",
                            "resolve_" + verdict + " " + step);
            run.recordAs("parked-" + step.code() + "-" + verdict);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"REVERSAL", "REFUND"})
    void aParkedCompensationIsResolvedAsExecuted(Step step) {
        legs.outcomes(Step.PAYOUT, FINAL).outcomes(step, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            parked(run, step).resolveExecuted("d1");

            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).contains("resolve_executed " + step).endsWith("refund");
            run.recordAs("parked-" + step.code() + "-executed");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"REVERSAL", "REFUND"})
    void aParkedCompensationThatWasNotExecutedWaitsForANewAttempt(Step step) {
        legs.outcomes(Step.PAYOUT, FINAL).outcomes(step, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            parked(run, step).resolveNotExecuted("d1");
            PaymentRun.until(() -> legs.count("park " + step + " not_executed") == 1);
            run.atRest().retry("d2");

            assertThat(run.result()).isEqualTo(Result.RETURNED);
            assertThat(legs.notes()).contains("nextAttempt " + step).endsWith("refund");
            run.recordAs("parked-" + step.code() + "-not_executed");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"COLLECTION", "CONVERSION", "PAYOUT"})
    void nothingIsUndoneOrSentAgainWhileAnOutcomeIsUnknown(Step step) {
        legs.outcomes(step, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            parked(run, step);

            assertThatThrownBy(() -> run.unwind("d1"))
                    .isInstanceOf(WorkflowUpdateException.class)
                    .cause()
                    .hasMessageContaining("cannot be undone");
            run.after(Duration.ofDays(100));
            assertThat(legs.notes()).noneMatch(note -> note.startsWith("plan") || note.startsWith("nextAttempt"));
        }
    }

    @Test
    void aLateAnswerIsFoundByWaiting() {
        legs.outcomes(Step.COLLECTION, UNKNOWN).answers(Step.COLLECTION);
        try (PaymentRun run = new PaymentRun(legs)) {
            assertThat(run.result()).isEqualTo(Result.COMPLETED);
            assertThat(legs.notes()).containsExactly("collect", "answered COLLECTION", "collect", "convert", "payOut");
        }
    }

    @Test
    void theBanksCallbackWinsTheRaceAgainstWaiting() {
        legs.outcomes(Step.PAYOUT, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("payOut") == 1);
            run.after(Duration.ofMinutes(7)).hint(Step.PAYOUT);

            assertThat(run.result()).isEqualTo(Result.COMPLETED);
            assertThat(legs.notes()).containsExactly("collect", "convert", "payOut", "payOut");
            assertThat(run.events())
                    .extracting(event -> event.getEventType())
                    .contains(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
            run.recordAs("completed-by-callback");
        }
    }

    @Test
    void aHintThatComesToNothingLeavesTheRestOfTheWindow() {
        legs.outcomes(Step.PAYOUT, UNKNOWN, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            PaymentRun.until(() -> legs.count("payOut") == 1);
            // Not while the bank is asked, every five minutes: cancelled then, a wait keeps the engine from skipping
            // time ever after.
            run.after(Duration.ofMinutes(52)).hint(Step.PAYOUT);
            PaymentRun.until(() -> legs.count("payOut") == 2);

            run.atRest().after(Duration.ofMinutes(12));

            PaymentRun.until(() -> legs.count("park PAYOUT outcome_unknown") == 1);
        }
    }

    @Test
    void aParkedPaymentStillListensToTheBank() {
        legs.outcomes(Step.COLLECTION, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            parked(run, Step.COLLECTION).hint(Step.COLLECTION);

            assertThat(run.result()).isEqualTo(Result.COMPLETED);
            run.recordAs("parked-collection-answered");
        }
    }

    @Test
    void aTopUpsCallbackIsNewsForTheConversion() {
        legs.outcomes(Step.CONVERSION, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            parked(run, Step.CONVERSION).hint(Step.TOP_UP);

            assertThat(run.result()).isEqualTo(Result.COMPLETED);
        }
    }

    @Test
    void newsOfAnotherLegAndNonsenseDisturbNobody() {
        legs.outcomes(Step.PAYOUT, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            parked(run, Step.PAYOUT).hint(Step.COLLECTION);
            run.signal("nonsense");
            run.atRest().resolveExecuted("d1");

            assertThat(run.result()).isEqualTo(Result.COMPLETED);
            assertThat(legs.count("payOut")).isEqualTo(2);
        }
    }

    @Test
    void retryingWhatIsUnknownAsksAgainAndGrantsNothing() {
        legs.outcomes(Step.PAYOUT, UNKNOWN, UNKNOWN);
        try (PaymentRun run = new PaymentRun(legs)) {
            parked(run, Step.PAYOUT).retry("d1");
            PaymentRun.until(() -> legs.count("park PAYOUT outcome_unknown") == 2);
            run.atRest().retry("d2");

            assertThat(run.result()).isEqualTo(Result.COMPLETED);
            assertThat(legs.notes()).doesNotContain("nextAttempt PAYOUT");
        }
    }

    private PaymentRun parked(PaymentRun run, Step step) {
        run.atRest().afterTheWindow();
        PaymentRun.until(() -> legs.count("park " + step + " outcome_unknown") == 1);
        return run.atRest();
    }
}
