package io.portolan.workflows.payment;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;

/**
 * The running payments, as the API, the console and background work reach them. Every call is safe to repeat; none waits for a payment to go on.
 *
 * <p>Each method throws {@link WorkflowServiceUnavailable} if the workflow service does not answer in time. Nothing is lost then: whatever was to be told stands in the
 * database, and the payment is woken later.
 */
public interface PaymentWorkflows {
    /** Starts the payment's workflow; harmless if it is already running. */
    void start(PaymentId payment);

    /** Whether the payment's workflow is running. One that is not, of an open payment, was lost with the workflow service's histories. */
    boolean isRunning(PaymentId payment);

    /** Tells the payment that there is news in the database, and starts its workflow if it is not running. */
    void wake(PaymentId payment);

    /** Hints that a bank has an answer about this instruction; the payment asks the bank itself, and is started if it is not running. One about what is decided is dropped. */
    void bankAnswered(InstructionKey instruction);

    /** Has the payment carry out this approved decision, and returns once its effect, or its refusal, is recorded with the decision. */
    void decide(PaymentId payment, String decision);

    /** The workflow service did not answer in time. */
    final class WorkflowServiceUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public WorkflowServiceUnavailable(Throwable cause) {
            super("the workflow service does not answer", cause);
        }
    }
}
