package io.portolan.workflows.payment;

import io.portolan.domain.bank.MovementOutcome;
import io.portolan.domain.ids.Step;
import io.portolan.workflows.legs.WaitResult;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Functions.Func1;

/**
 * Something that a payment can have done, by the payment's id: {@code carryOut} is the activity that does it and tells the outcome, {@code awaiting}
 * the one that waits for a late answer, as long as the options allow.
 */
record Movement(
        Step step, Func1<String, MovementOutcome> execute, Func1<ActivityOptions, Func1<String, WaitResult>> waiting) {
    /** Whether news about an instruction of this step are news about this movement; a top-up is part of the conversion. */
    boolean concerns(Step other) {
        return step.leg() == other.leg() && step.isUndo() == other.isUndo();
    }
}
