package io.portolan.checkout.workflow;

import io.portolan.checkout.CheckoutSettings;
import io.portolan.domain.ids.PaymentId;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/**
 * Notifies the workflow service at once of what the database has already recorded. Nothing depends on it: the
 * dispatcher finds in the database whatever is not delivered here. So no caller waits for it, and the number of
 * concurrent calls is bounded.
 */
@Component
public final class WorkflowNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(WorkflowNotifier.class);

    private final PaymentWorkflows workflows;
    private final Semaphore permits;
    private final TaskDecorator decorator;
    private final AtomicBoolean unreachable = new AtomicBoolean();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("workflow-notifier-", 0).factory());

    /** The application's own decorator, if there is one, carries the request's trace over to the call. */
    WorkflowNotifier(PaymentWorkflows workflows, CheckoutSettings settings, ObjectProvider<TaskDecorator> decorators) {
        this.workflows = workflows;
        this.permits = new Semaphore(settings.workflowCallsAtOnce());
        this.decorator = decorators.getIfUnique(() -> task -> task);
    }

    /** Has a new payment started. */
    public void start(PaymentId payment) {
        callInBackground(payment, () -> workflows.start(payment));
    }

    /** Has a payment look at what is new in its record. */
    public void wake(PaymentId payment) {
        callInBackground(payment, () -> workflows.wake(payment));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private void callInBackground(PaymentId payment, Runnable call) {
        if (!permits.tryAcquire()) {
            LOG.debug("Too many calls to Temporal, {} is left to the dispatcher", payment);
            return;
        }
        threads.execute(decorator.decorate(() -> {
            try {
                call(payment, call);
            } finally {
                permits.release();
            }
        }));
    }

    private void call(PaymentId payment, Runnable call) {
        try {
            call.run();
            if (unreachable.compareAndSet(true, false)) {
                LOG.info("Temporal is available again");
            }
        } catch (WorkflowServiceUnavailable unavailable) {
            if (unreachable.compareAndSet(false, true)) {
                LOG.warn("Temporal is unavailable: payments wait in the database, starting with {}", payment);
            }
        } catch (RuntimeException failure) {
            LOG.error("Could not notify the workflow of {}", payment, failure);
        }
    }
}
