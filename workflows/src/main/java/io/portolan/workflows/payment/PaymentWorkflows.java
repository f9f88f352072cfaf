package io.portolan.workflows.payment;

import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;

/**
 * The running payments, as the API and the console reach them. Every call is safe to repeat; none waits for a payment to go on.
 *
 * <p>Each method throws {@link EngineUnavailable} if the workflow engine does not answer in time; the caller's request was then perhaps not taken.
 */
public interface PaymentWorkflows {
    /** Starts driving the payment; harmless if it is being driven already. */
    void start(PaymentId payment);

    /** Hints that a bank has news about this instruction; the payment asks the bank itself. A payment that is not being driven needs no hint. */
    void bankAnswered(InstructionKey instruction);

    /**
     * Lets a parked payment try its step again: a new instruction if the last one is proven not executed, otherwise another inquiry.
     *
     * @throws ActionRefused if the payment is not parked
     */
    void retryLeg(PaymentId payment, Decision decision);

    /**
     * Unwinds a parked payment.
     *
     * @throws ActionRefused if the payment is not parked or the outcome of its step is unknown
     */
    void compensate(PaymentId payment, Decision decision);

    /**
     * Decides an unknown outcome by evidence.
     *
     * @throws ActionRefused if the payment is not parked for an unknown outcome
     */
    void resolveUnknown(PaymentId payment, Resolution resolution);

    /**
     * Tells a payment that its cancellation was recorded, so that it need not find out at its next step.
     *
     * @throws ActionRefused if a payout was instructed
     */
    void requestCancel(PaymentId payment, Decision decision);

    /** The workflow engine did not answer in time. */
    final class EngineUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public EngineUnavailable(Throwable cause) {
            super("the workflow engine does not answer", cause);
        }
    }

    /** The payment is not in a state for this action; the message says why. */
    final class ActionRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ActionRefused(String message) {
            super(message);
        }
    }
}
