package io.portolan.app.demo.processes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something was started again of late. Beyond five times a minute it is broken, not unlucky. */
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
