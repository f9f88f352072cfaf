package io.portolan.checkout.payments;

import io.portolan.checkout.CheckoutSettings;
import io.portolan.domain.identity.PaymentId;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.ActionRefused;
import io.portolan.workflows.payment.PaymentWorkflows.EngineUnavailable;
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
final class FastPath {
    private static final Logger LOG = LoggerFactory.getLogger(FastPath.class);

    private final PaymentWorkflows workflows;
    private final Semaphore free;
    private final TaskDecorator decorator;
    private final AtomicBoolean down = new AtomicBoolean();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("fast-path-", 0).factory());

    /** The application's own decorator, if there is one, carries the request's trace over to the call. */
    FastPath(PaymentWorkflows workflows, CheckoutSettings settings, ObjectProvider<TaskDecorator> decorators) {
        this.workflows = workflows;
        this.free = new Semaphore(settings.engineCallsAtOnce());
        this.decorator = decorators.getIfUnique(() -> task -> task);
    }

    void start(PaymentId payment) {
        tell(payment, () -> workflows.start(payment));
    }

    void requestCancel(PaymentId payment, Decision decision) {
        tell(payment, () -> workflows.requestCancel(payment, decision));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private void tell(PaymentId payment, Runnable call) {
        if (!free.tryAcquire()) {
            LOG.debug("The engine is busy, {} is left to the dispatcher", payment);
            return;
        }
        threads.execute(decorator.decorate(() -> {
            try {
                attempt(payment, call);
            } finally {
                free.release();
            }
        }));
    }

    private void attempt(PaymentId payment, Runnable call) {
        try {
            call.run();
            if (down.compareAndSet(true, false)) {
                LOG.info("The workflow engine answers again");
            }
        } catch (EngineUnavailable unavailable) {
            if (down.compareAndSet(false, true)) {
                LOG.warn("The workflow engine does not answer: payments wait in the database, {} first", payment);
            }
        } catch (ActionRefused refused) {
            LOG.info("The engine refused for {}: {}", payment, refused.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("The engine could not be told of {}", payment, failure);
        }
    }
}
