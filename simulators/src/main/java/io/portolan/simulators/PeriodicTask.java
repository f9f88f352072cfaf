package io.portolan.simulators;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own, and goes on when it fails: the work is still in the store. */
final class PeriodicTask implements AutoCloseable {

    private final ScheduledExecutorService thread;

    private PeriodicTask(String name) {
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    static PeriodicTask start(String name, Duration pause, Runnable stroke) {
        var pump = new PeriodicTask(name);
        pump.thread.scheduleWithFixedDelay(
                () -> pump.runAndLogFailure(name, stroke), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return pump;
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void runAndLogFailure(String name, Runnable stroke) {
        try {
            stroke.run();
        } catch (RuntimeException fault) {
            if (!thread.isShutdown()) {
                System.err.println(name + " failed and goes on");
                fault.printStackTrace();
            }
        }
    }
}
