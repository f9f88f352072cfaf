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
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** A Ctrl-C reaches our processes as soon as us: what dies of it is not to be started again. */
    private static final Duration PERHAPS_CLOSING = Duration.ofMillis(400);

    private final ProcessList list;
    private final Duration grace;
    private final Consumer<String> says;
    private final List<Watched> running = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** @param says where to tell people that something died and is started again */
    public Supervisor(ProcessList list, Duration grace, Consumer<String> says) {
        this.list = list;
        this.grace = grace;
        this.says = says;
    }

    /**
     * Starts the part, waits until it is ready, and watches it from then on.
     *
     * @throws PartFailed if it dies or is not ready in time
     * @throws InterruptedException if the supervisor is closed meanwhile, or was before
     */
    public void start(Part part) throws PartFailed, InterruptedException {
        var watched = new Watched(part);
        begin(watched);
        long deadline = System.nanoTime() + part.patience().toNanos();
        while (!part.isReady()) {
            if (!watched.isAlive()) {
                throw new PartFailed(part, "ended while it was starting");
            }
            if (System.nanoTime() > deadline) {
                throw new PartFailed(
                        part, "was not ready after " + part.patience().toSeconds() + " s");
            }
            if (isClosingWithin(BETWEEN_LOOKS)) {
                throw closed();
            }
        }
        watched.onExit(this::revive);
    }

    /** Completes exceptionally, with {@link PartFailed}, when a part cannot be kept running. */
    public CompletableFuture<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        closing.countDown();
        // What is being started right now is there when the lock is ours, and nothing comes after.
        synchronized (running) {
            running.reversed().forEach(watched -> watched.end(grace));
            running.clear();
        }
    }

    /** Whether everything is ended, or being ended. */
    public boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void begin(Watched watched) throws PartFailed, InterruptedException {
        synchronized (running) {
            if (isClosed()) {
                throw closed();
            }
            try {
                list.add(watched.part().name(), watched.start());
            } catch (IOException impossible) {
                throw new PartFailed(watched.part(), "cannot be started (" + impossible.getMessage() + ")");
            } finally {
                // Keeps its place when it is started again.
                if (watched.isAlive() && !running.contains(watched)) {
                    running.add(watched);
                }
            }
        }
    }

    private void revive(Watched watched) {
        try {
            if (isClosingWithin(PERHAPS_CLOSING)) {
                return;
            }
            if (!watched.mayRestart()) {
                throw new PartFailed(watched.part(), "died more than " + Restarts.MOST + " times within a minute");
            }
            says.accept(watched.part().name() + " ended; starting it again");
            begin(watched);
            watched.onExit(this::revive);
        } catch (PartFailed failed) {
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
