package io.portolan.workflows.payment;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * A payment from its acceptance to its end. The workflow's id is the payment's.
 *
 * <p>All that it is told is where to look: a payment's id, an instruction's key, a decision's id. Whoever reaches the workflow service can make it look again, and nothing
 * else. It can be started again when the workflow service has lost its history, or when a completed payment has more to do.
 */
@WorkflowInterface
public interface PaymentWorkflow {
    String TYPE = "Payment";
    String TASK_QUEUE = "payments";

    /** Ends with a result in every business case; only a bug stalls it, until a fix is deployed. */
    @WorkflowMethod(name = TYPE)
    Result run(String payment);

    /** There is news about the payment, such as a bank's answer about an instruction, whose key it may name; empty if it is about none. */
    @SignalMethod
    void news(String instruction);

    /** Carries out the decision with this id, and returns once its effect or its refusal is recorded. */
    @UpdateMethod
    void decide(String decision);

    /** Rejects what is no decision's id, before it enters the history. */
    @UpdateValidatorMethod(updateName = "decide")
    void validateDecision(String decision);
}
