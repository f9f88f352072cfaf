package io.portolan.workflows.payment;

import io.portolan.domain.identity.Step;
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
 * <p>It always starts from the top and asks the legs how far they have come, so it can be started again when the engine has lost its history, or
 * when a bank has returned a completed payment.
 */
@WorkflowInterface
public interface PaymentWorkflow {
    String TYPE = "Payment";
    String TASK_QUEUE = "payments";

    /** Ends with a result in every business case; only a bug stalls it, until a fix is deployed. */
    @WorkflowMethod(name = TYPE)
    Ending drive(String payment, PaymentSettings settings);

    /** A bank has news about the instruction with this key. */
    @SignalMethod
    void bankAnswered(String instruction);

    @UpdateMethod
    void retryLeg(Decision decision);

    @UpdateValidatorMethod(updateName = "retryLeg")
    void mayRetryLeg(Decision decision);

    @UpdateMethod
    void compensate(Decision decision);

    @UpdateValidatorMethod(updateName = "compensate")
    void mayCompensate(Decision decision);

    @UpdateMethod
    void resolveUnknown(Resolution resolution);

    @UpdateValidatorMethod(updateName = "resolveUnknown")
    void mayResolveUnknown(Resolution resolution);

    @UpdateMethod
    void requestCancel(Decision decision);

    @UpdateValidatorMethod(updateName = "requestCancel")
    void mayRequestCancel(Decision decision);

    /** What would be undone, and in which order, if the payment turned back now. */
    @QueryMethod
    List<Step> compensations();
}
