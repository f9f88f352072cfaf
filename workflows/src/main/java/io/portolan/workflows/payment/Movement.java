package io.portolan.workflows.payment;

import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.workflows.legs.WaitResult;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Functions.Func1;

/**
 * A movement of a payment, by the activities that run it: {@code execute} moves and says how it ended, {@code waiting} makes, of the options for it,
 * the one that waits for a late answer.
 */
record Movement(
        Step step, Func1<String, MovementOutcome> execute, Func1<ActivityOptions, Func1<String, WaitResult>> waiting) {
    /** Whether an answer about an instruction of this step is one about this movement; a top-up is part of the conversion. */
    boolean concerns(Step other) {
        return step.leg() == other.leg() && step.isCompensation() == other.isCompensation();
    }
}
