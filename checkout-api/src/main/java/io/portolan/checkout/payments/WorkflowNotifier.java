package io.portolan.checkout.payments;

import io.portolan.checkout.CheckoutSettings;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.DecisionRejected;
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
 * Tells the workflow engine at once what the database has already recorded. Nothing depends on it: what is not told here, the dispatcher finds in
 * the database. So no caller waits for it, and only so many calls are under way; an engine that hangs costs intake nothing.
 */
@Component
final class WorkflowNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(WorkflowNotifier.class);

    private final PaymentWorkflows workflows;
    private final Semaphore permits;
    private final TaskDecorator decorator;
    private final AtomicBoolean unreachable = new AtomicBoolean();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("fast-path-", 0).factory());

    /** The application's own decorator, if there is one, carries the request's trace over to the call. */
    WorkflowNotifier(PaymentWorkflows workflows, CheckoutSettings settings, ObjectProvider<TaskDecorator> decorators) {
        this.workflows = workflows;
        this.permits = new Semaphore(settings.engineCallsAtOnce());
        this.decorator = decorators.getIfUnique(() -> task -> task);
    }

    void start(PaymentId payment) {
        callInBackground(payment, () -> workflows.start(payment));
    }

    void decide(Decision decision) {
        callInBackground(decision.header().payment(), () -> workflows.decide(decision));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private void callInBackground(PaymentId payment, Runnable call) {
        if (!permits.tryAcquire()) {
            LOG.debug("The engine is busy, {} is left to the dispatcher", payment);
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
                LOG.info("The workflow engine answers again");
            }
        } catch (WorkflowServiceUnavailable unavailable) {
            if (unreachable.compareAndSet(false, true)) {
                LOG.warn("The workflow engine does not answer: payments wait in the database, {} first", payment);
            }
        } catch (DecisionRejected refused) {
            LOG.info("The engine refused for {}: {}", payment, refused.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("The engine could not be told of {}", payment, failure);
        }
    }
}
