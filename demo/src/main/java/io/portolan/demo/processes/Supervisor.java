package io.portolan.demo.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps processes running: what dies is restarted, so that a developer may kill anything and watch every payment survive.
 *
 * <p>Closing ends every process in reverse order of its start; nothing is started afterwards. Closing twice is harmless.
 */
public final class Supervisor implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    /** A Ctrl-C reaches our processes as soon as us: what dies of it is not to be restarted. */
    private static final Duration RESTART_DELAY = Duration.ofMillis(400);

    private final ProcessList list;
    private final Duration grace;
    private final Consumer<String> announcements;
    private final List<SupervisedProcess> running = new ArrayList<>();
    private final List<CommandRun> commands = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** @param announcements takes the news that something has died and is restarted */
    public Supervisor(ProcessList list, Duration grace, Consumer<String> announcements) {
        this.list = list;
        this.grace = grace;
        this.announcements = announcements;
    }

    /**
     * Starts the process, waits until it is ready, and keeps it running from then on.
     *
     * @throws ProcessFailed if it dies or is not ready in time
     * @throws InterruptedException if the supervisor is closed meanwhile, or was before
     */
    public void start(DemoProcess process) throws ProcessFailed, InterruptedException {
        var supervised = new SupervisedProcess(process);
        startOrRestart(supervised);
        long deadline = System.nanoTime() + process.readyTimeout().toNanos();
        while (!process.isReady()) {
            if (!supervised.isAlive()) {
                throw new ProcessFailed(process, "ended while it was starting");
            }
            if (System.nanoTime() > deadline) {
                throw new ProcessFailed(
                        process, "was not ready after " + process.readyTimeout().toSeconds() + " s");
            }
            if (isClosingWithin(POLL_INTERVAL)) {
                throw closed();
            }
        }
        supervised.onExit(this::restart);
    }

    /**
     * Starts a command that ends by itself. It is not restarted; if it is still running when everything ends, it is ended as well.
     *
     * @throws InterruptedException if the supervisor is closed
     */
    public CommandRun run(String name, List<String> command, Path log) throws ProcessFailed, InterruptedException {
        synchronized (running) {
            if (isClosed()) {
                throw closed();
            }
            try {
                CommandRun started = CommandRun.start(name, command, log);
                commands.add(started);
                list.add(name, started.process());
                return started;
            } catch (IOException impossible) {
                throw new ProcessFailed(name, log, "cannot be started (" + impossible.getMessage() + ")");
            }
        }
    }

    /** Completes exceptionally, with {@link ProcessFailed}, when a process cannot be kept running. */
    public CompletableFuture<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        closing.countDown();
        // What is being started right now is there when the lock is ours, and nothing comes after.
        synchronized (running) {
            commands.forEach(command -> Termination.terminate(command.process(), grace));
            running.reversed().forEach(supervised -> supervised.terminate(grace));
            running.clear();
        }
    }

    /** Whether everything is ended, or being ended. */
    public boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void startOrRestart(SupervisedProcess supervised) throws ProcessFailed, InterruptedException {
        synchronized (running) {
            if (isClosed()) {
                throw closed();
            }
            try {
                list.add(supervised.definition().name(), supervised.start());
            } catch (IOException impossible) {
                throw new ProcessFailed(supervised.definition(), "cannot be started (" + impossible.getMessage() + ")");
            } finally {
                // Keeps its place when it is restarted.
                if (supervised.isAlive() && !running.contains(supervised)) {
                    running.add(supervised);
                }
            }
        }
    }

    private void restart(SupervisedProcess supervised) {
        try {
            if (isClosingWithin(RESTART_DELAY)) {
                return;
            }
            if (!supervised.recordRestartIfAllowed()) {
                throw new ProcessFailed(
                        supervised.definition(),
                        "died more than " + RestartLimit.MAX_PER_MINUTE + " times within a minute");
            }
            announcements.accept(supervised.definition().name() + " has stopped; restarting it");
            startOrRestart(supervised);
            supervised.onExit(this::restart);
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
