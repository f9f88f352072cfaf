package io.portolan.workflows.engine;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that set it, unless it is stopped in time: the engine's client pauses between its attempts and looks at no deadline then. */
final class Alarm implements AutoCloseable {
    private final Thread sleeper = Thread.currentThread();
    private boolean stopped;
    private boolean rang;

    private Alarm() {}

    static Alarm after(Duration duration, ScheduledExecutorService watch) {
        Alarm alarm = new Alarm();
        watch.schedule(alarm::ring, duration.toMillis(), TimeUnit.MILLISECONDS);
        return alarm;
    }

    /** After this the thread is not interrupted any more, and no trace of an interruption is left. */
    @Override
    public synchronized void close() {
        stopped = true;
        if (rang) {
            Thread.interrupted();
        }
    }

    private synchronized void ring() {
        if (!stopped) {
            rang = true;
            sleeper.interrupt();
        }
    }
}
