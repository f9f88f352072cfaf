package io.portolan.checkout.testing;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The workflow service: it answers, is unavailable, or hangs. Every call is kept. */
public final class ScriptedPaymentWorkflows implements PaymentWorkflows {
    private final BlockingQueue<PaymentId> started = new LinkedBlockingQueue<>();
    private final List<Decision> decided = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch open = new CountDownLatch(0);
    private volatile boolean unavailable;

    /** From now on it answers; what hung goes on. */
    public void becomeAvailable() {
        unavailable = false;
        open.countDown();
    }

    public void becomeUnavailable() {
        unavailable = true;
    }

    public void hang() {
        open = new CountDownLatch(1);
    }

    /** Whether the payment is started within some seconds. */
    public boolean awaitStart(String payment) throws InterruptedException {
        for (PaymentId next = takeStarted(); next != null; next = takeStarted()) {
            if (next.value().equals(payment)) {
                return true;
            }
        }
        return false;
    }

    public List<Decision> decided() {
        return decided;
    }

    @Override
    public void start(PaymentId payment) {
        awaitReachable();
        started.add(payment);
    }

    @Override
    public void decide(Decision decision) {
        awaitReachable();
        decided.add(decision);
    }

    @Override
    public void bankAnswered(InstructionKey instruction) {
        throw new AssertionError("the API has no news of banks");
    }

    private PaymentId takeStarted() throws InterruptedException {
        return started.poll(5, TimeUnit.SECONDS);
    }

    private void awaitReachable() {
        try {
            open.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (unavailable) {
            throw new WorkflowServiceUnavailable(new IllegalStateException("connection refused"));
        }
    }
}
