package io.portolan.workflows.temporal;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that set it, unless it is stopped in time: Temporal's client pauses between its attempts and looks at no deadline then. */
final class ThreadDeadline implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private boolean stopped;
    private boolean expired;

    private ThreadDeadline() {}

    static ThreadDeadline after(Duration duration, ScheduledExecutorService watch) {
        ThreadDeadline deadline = new ThreadDeadline();
        watch.schedule(deadline::expire, duration.toMillis(), TimeUnit.MILLISECONDS);
        return deadline;
    }

    /** After this the thread is not interrupted any more, and no trace of an interruption is left. */
    @Override
    public synchronized void close() {
        stopped = true;
        if (expired) {
            Thread.interrupted();
        }
    }

    private synchronized void expire() {
        if (!stopped) {
            expired = true;
            thread.interrupt();
        }
    }
}
