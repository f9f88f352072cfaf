package io.portolan.checkout;

import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.Resolution;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The workflow engine: it answers, is away, or hangs. What it is told is kept. */
final class ScriptedEngine implements PaymentWorkflows {
    private final BlockingQueue<PaymentId> started = new LinkedBlockingQueue<>();
    private final List<Decision> cancellations = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch open = new CountDownLatch(0);
    private volatile boolean away;

    /** From now on it answers; what hung goes on. */
    void answers() {
        away = false;
        open.countDown();
    }

    void isAway() {
        away = true;
    }

    void hangs() {
        open = new CountDownLatch(1);
    }

    /** Whether the payment is started within some seconds. */
    boolean starts(String payment) throws InterruptedException {
        for (PaymentId next = take(); next != null; next = take()) {
            if (next.value().equals(payment)) {
                return true;
            }
        }
        return false;
    }

    List<Decision> cancellations() {
        return cancellations;
    }

    @Override
    public void start(PaymentId payment) {
        reach();
        started.add(payment);
    }

    @Override
    public void requestCancel(PaymentId payment, Decision decision) {
        reach();
        cancellations.add(decision);
    }

    @Override
    public void bankAnswered(InstructionKey instruction) {
        throw new AssertionError("the API has no news of banks");
    }

    @Override
    public void retryLeg(PaymentId payment, Decision decision) {
        throw new AssertionError("merchants do not retry legs");
    }

    @Override
    public void compensate(PaymentId payment, Decision decision) {
        throw new AssertionError("merchants do not compensate");
    }

    @Override
    public void resolveUnknown(PaymentId payment, Resolution resolution) {
        throw new AssertionError("merchants do not resolve");
    }

    private PaymentId take() throws InterruptedException {
        return started.poll(5, TimeUnit.SECONDS);
    }

    private void reach() {
        try {
            open.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (away) {
            throw new EngineUnavailable(new IllegalStateException("connection refused"));
        }
    }
}
