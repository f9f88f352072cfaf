package io.portolan.workflows.payment;

import io.portolan.domain.ids.Step;
import io.portolan.domain.operations.Decision;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * A payment from its acceptance to its end. The workflow's id is the payment's.
 *
 * <p>It always starts from the top and asks the legs how far they have come, so it can be started again when the workflow service has lost its history, or
 * when a bank has returned a completed payment.
 */
@WorkflowInterface
public interface PaymentWorkflow {
    String TYPE = "Payment";
    String TASK_QUEUE = "payments";

    /** Ends with a result in every business case; only a bug stalls it, until a fix is deployed. */
    @WorkflowMethod(name = TYPE)
    Result run(String payment, PaymentSettings settings);

    /** A bank has news about the instruction with this key. */
    @SignalMethod
    void bankAnswered(String instruction);

    /**
     * Takes a person's decision and returns once it is recorded; a repeat of its id returns at once.
     *
     * @throws io.temporal.failure.ApplicationFailure if the payment is not in a state for it; the message says why
     */
    @UpdateMethod
    void decide(Decision decision);

    /** Rejects what does not fit before it enters the history. */
    @UpdateValidatorMethod(updateName = "decide")
    void validateDecision(Decision decision);

    /** What would be undone, and in which order, if the payment were unwound now. */
    @QueryMethod
    List<Step> compensations();
}
