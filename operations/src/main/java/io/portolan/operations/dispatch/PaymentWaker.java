package io.portolan.operations.dispatch;

import io.portolan.domain.ids.PaymentId;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes payments of which something has become known. What is known stands in the database, so a payment that cannot be woken now is woken by the watchdog. */
public final class PaymentWaker {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentWaker.class);

    private final PaymentWorkflows workflows;

    public PaymentWaker(PaymentWorkflows workflows) {
        this.workflows = workflows;
    }

    /** Wakes the payment. False if the workflow service does not answer. */
    public boolean wake(PaymentId payment) {
        try {
            workflows.wake(payment);
            return true;
        } catch (WorkflowServiceUnavailable unavailable) {
            LOG.warn("{}: {} is not woken now, but when it is overdue", unavailable.getMessage(), payment);
            return false;
        }
    }
}
