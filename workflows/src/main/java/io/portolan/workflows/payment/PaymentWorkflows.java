package io.portolan.workflows.payment;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.Decision;

/**
 * The running payments, as the API and the console reach them. Every call is safe to repeat; none waits for a payment to go on.
 *
 * <p>Each method throws {@link WorkflowServiceUnavailable} if the workflow service does not answer in time; the caller's request was then perhaps not taken.
 */
public interface PaymentWorkflows {
    /** Starts the payment's workflow; harmless if it is already running. */
    void start(PaymentId payment);

    /** Hints that a bank has an answer about this instruction; the payment asks the bank itself. A payment that is not running needs no hint. */
    void bankAnswered(InstructionKey instruction);

    /**
     * Hands a person's decision to the payment that it is about, and returns once the payment has recorded it.
     *
     * @throws DecisionRejected if the payment is not in a state for it
     */
    void decide(Decision decision);

    /** The workflow service did not answer in time. */
    final class WorkflowServiceUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public WorkflowServiceUnavailable(Throwable cause) {
            super("the workflow service does not answer", cause);
        }
    }

    /** The payment is not in a state for this decision; the message says why. */
    final class DecisionRejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public DecisionRejected(String message) {
            super(message);
        }
    }
}
