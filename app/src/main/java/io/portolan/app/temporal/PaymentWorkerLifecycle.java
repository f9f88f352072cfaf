package io.portolan.app.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.worker.WorkerFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the worker from after the start of everything else until before its end. It keeps trying while Temporal cannot be reached, so that the
 * intake of this process does not depend on it.
 */
final class PaymentWorkerLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentWorkerLifecycle.class);
    private static final long SHUTDOWN_SECONDS = 10;
    private static final long RETRY_DELAY_SECONDS = 2;

    private final WorkerFactory factory;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ScheduledExecutorService starter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("payment-worker-start").factory());

    PaymentWorkerLifecycle(WorkerFactory factory) {
        this.factory = factory;
    }

    @Override
    public void start() {
        running.set(true);
        starter.execute(this::startOrRetry);
    }

    private void startOrRetry() {
        try {
            factory.start();
            LOG.info("the worker is running");
        } catch (StatusRuntimeException unreachable) {
            LOG.warn(
                    "Temporal does not answer ({}); retrying",
                    unreachable.getStatus().getCode());
            starter.schedule(this::startOrRetry, RETRY_DELAY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void stop() {
        starter.shutdownNow();
        factory.shutdown();
        factory.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        factory.shutdownNow();
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
