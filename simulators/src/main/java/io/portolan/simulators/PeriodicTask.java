package io.portolan.simulators;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task periodically on its own thread. A failure is logged and the next run goes ahead: the work is still in the
 * store.
 */
final class PeriodicTask implements AutoCloseable {

    private final ScheduledExecutorService thread;

    private PeriodicTask(String name) {
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    static PeriodicTask start(String name, Duration pause, Runnable task) {
        var periodic = new PeriodicTask(name);
        periodic.thread.scheduleWithFixedDelay(
                () -> periodic.runAndLogFailure(name, task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return periodic;
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

    private void runAndLogFailure(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                System.err.println(name + " failed, will run again");
                e.printStackTrace();
            }
        }
    }
}
