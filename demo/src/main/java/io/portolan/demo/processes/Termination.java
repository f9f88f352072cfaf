package io.portolan.demo.processes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process with all that it started: asks first, and after a grace period kills. */
final class Termination {
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(5);

    private Termination() {}

    static void terminate(ProcessHandle process, Duration grace) {
        List<ProcessHandle> descendants = process.descendants().toList();
        terminateAlone(process, grace);
        descendants.forEach(left -> terminateAlone(left, grace));
    }

    /** An interrupted wait kills at once. */
    private static void terminateAlone(ProcessHandle process, Duration grace) {
        process.destroy();
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
