package io.portolan.app.demo.processes;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: asks first, and after a grace period does not ask. */
final class Termination {
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(5);

    private Termination() {}

    static void terminate(ProcessHandle process, Duration grace) {
        process.destroy();
        awaitOrKill(process, grace);
    }

    /** Waits for a process that was asked to end, and kills it if it stays. An interrupted wait kills at once. */
    static void awaitOrKill(ProcessHandle process, Duration grace) {
        if (!hasEnded(process, grace)) {
            process.destroyForcibly();
            hasEnded(process, KILL_TIMEOUT);
        }
    }

    private static boolean hasEnded(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("waiting for process " + process.pid() + " failed", impossible);
        }
    }
}
