package io.portolan.app.demo.processes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something was started again of late. Beyond five times a minute it is broken, not unlucky. */
final class Restarts {
    static final int MOST = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Long> nanos = new ArrayDeque<>();

    /** Counts one more; false if it is one too many. */
    synchronized boolean tryOne(long nowNanos) {
        nanos.removeIf(earlier -> nowNanos - earlier > WINDOW.toNanos());
        if (nanos.size() == MOST) {
            return false;
        }
        nanos.add(nowNanos);
        return true;
    }
}
