package io.portolan.app.demo.processes;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps parts running: what dies is started again, so that a developer may kill anything and watch every payment survive.
 *
 * <p>Closing ends every process in reverse order of its start; nothing is started afterwards. Closing twice is harmless.
 */
public final class Supervisor implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    /** A Ctrl-C reaches our processes as soon as us: what dies of it is not to be started again. */
    private static final Duration RESTART_DELAY = Duration.ofMillis(400);

    private final ProcessList list;
    private final Duration grace;
    private final Consumer<String> announcements;
    private final List<SupervisedProcess> running = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** @param says where to tell people that something died and is started again */
    public Supervisor(ProcessList list, Duration grace, Consumer<String> says) {
        this.list = list;
        this.grace = grace;
        this.announcements = says;
    }

    /**
     * Starts the part, waits until it is ready, and watches it from then on.
     *
     * @throws ProcessFailed if it dies or is not ready in time
     * @throws InterruptedException if the supervisor is closed meanwhile, or was before
     */
    public void start(DemoProcess part) throws ProcessFailed, InterruptedException {
        var watched = new SupervisedProcess(part);
        startOrRestart(watched);
        long deadline = System.nanoTime() + part.readyTimeout().toNanos();
        while (!part.isReady()) {
            if (!watched.isAlive()) {
                throw new ProcessFailed(part, "ended while it was starting");
            }
            if (System.nanoTime() > deadline) {
                throw new ProcessFailed(
                        part, "was not ready after " + part.readyTimeout().toSeconds() + " s");
            }
            if (isClosingWithin(POLL_INTERVAL)) {
                throw closed();
            }
        }
        watched.onExit(this::restart);
    }

    /** Completes exceptionally, with {@link ProcessFailed}, when a part cannot be kept running. */
    public CompletableFuture<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        closing.countDown();
        // What is being started right now is there when the lock is ours, and nothing comes after.
        synchronized (running) {
            running.reversed().forEach(watched -> watched.terminate(grace));
            running.clear();
        }
    }

    /** Whether everything is ended, or being ended. */
    public boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void startOrRestart(SupervisedProcess watched) throws ProcessFailed, InterruptedException {
        synchronized (running) {
            if (isClosed()) {
                throw closed();
            }
            try {
                list.add(watched.definition().name(), watched.start());
            } catch (IOException impossible) {
                throw new ProcessFailed(watched.definition(), "cannot be started (" + impossible.getMessage() + ")");
            } finally {
                // Keeps its place when it is started again.
                if (watched.isAlive() && !running.contains(watched)) {
                    running.add(watched);
                }
            }
        }
    }

    private void restart(SupervisedProcess watched) {
        try {
            if (isClosingWithin(RESTART_DELAY)) {
                return;
            }
            if (!watched.recordRestartIfAllowed()) {
                throw new ProcessFailed(
                        watched.definition(),
                        "died more than " + RestartLimit.MAX_PER_MINUTE + " times within a minute");
            }
            announcements.accept(watched.definition().name() + " ended; starting it again");
            startOrRestart(watched);
            watched.onExit(this::restart);
        } catch (ProcessFailed failed) {
            failure.completeExceptionally(failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static InterruptedException closed() {
        return new InterruptedException("everything is being ended");
    }

    private boolean isClosingWithin(Duration limit) throws InterruptedException {
        return closing.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
