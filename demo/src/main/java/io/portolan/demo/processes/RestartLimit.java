package io.portolan.demo.processes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a process may be restarted: one that dies more than five times a minute is broken, not unlucky. */
final class RestartLimit {
    static final int MAX_PER_MINUTE = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Long> restartedAtNanos = new ArrayDeque<>();

    /** Counts one more; false if it is one too many. */
    synchronized boolean recordIfAllowed(long nowNanos) {
        restartedAtNanos.removeIf(earlier -> nowNanos - earlier > WINDOW.toNanos());
        if (restartedAtNanos.size() == MAX_PER_MINUTE) {
            return false;
        }
        restartedAtNanos.add(nowNanos);
        return true;
    }
}
