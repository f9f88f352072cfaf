package io.portolan.operations.dispatch;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the workflow of every open payment: of those that Temporal never got, because it was down at the intake, and of those that it lost. The
 * database is the queue, so starting what runs already is harmless, and starting what was lost carries on from what is recorded.
 */
public final class PaymentDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentDispatcher.class);
    private static final int PAGE = 200;

    private final Payments payments;
    private final PaymentWorkflows workflows;

    public PaymentDispatcher(Payments payments, PaymentWorkflows workflows) {
        this.payments = payments;
        this.workflows = workflows;
    }

    /** One round over all open payments, oldest first; it ends early while Temporal does not answer. */
    public void run() {
        String after = "";
        List<PaymentId> page;
        do {
            page = payments.listOpen(after, PAGE);
            if (!start(page)) {
                return;
            }
            after = page.isEmpty() ? after : page.getLast().value();
        } while (page.size() == PAGE);
    }

    private boolean start(List<PaymentId> page) {
        try {
            page.forEach(workflows::start);
            return true;
        } catch (WorkflowServiceUnavailable unavailable) {
            LOG.warn(
                    "{}; open payments wait in the database and are started in the next round",
                    unavailable.getMessage());
            return false;
        }
    }
}
