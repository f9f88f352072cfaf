package io.portolan.checkout.testing;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The workflow service: it answers, is unavailable, or hangs. Every call is kept. */
public final class ScriptedPaymentWorkflows implements PaymentWorkflows {
    private final BlockingQueue<PaymentId> started = new LinkedBlockingQueue<>();
    private final BlockingQueue<PaymentId> woken = new LinkedBlockingQueue<>();
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
        return await(started, payment);
    }

    /** Whether the payment is woken within some seconds. */
    public boolean awaitWake(String payment) throws InterruptedException {
        return await(woken, payment);
    }

    @Override
    public void start(PaymentId payment) {
        awaitReachable();
        started.add(payment);
    }

    @Override
    public void wake(PaymentId payment) {
        awaitReachable();
        woken.add(payment);
    }

    @Override
    public void bankAnswered(InstructionKey instruction) {
        throw new AssertionError("the API has no news of banks");
    }

    @Override
    public void decide(PaymentId payment, String decision) {
        throw new AssertionError("the API carries its decisions out itself");
    }

    private static boolean await(BlockingQueue<PaymentId> calls, String payment) throws InterruptedException {
        for (PaymentId next = next(calls); next != null; next = next(calls)) {
            if (next.value().equals(payment)) {
                return true;
            }
        }
        return false;
    }

    private static PaymentId next(BlockingQueue<PaymentId> calls) throws InterruptedException {
        return calls.poll(5, TimeUnit.SECONDS);
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
