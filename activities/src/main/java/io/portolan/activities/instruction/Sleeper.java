package io.portolan.activities.instruction;

import java.time.Duration;

/** Lets time pass between two inquiries. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration duration);

    /** Blocks the thread, which is a virtual one. Throws when it is interrupted: the worker is stopping, and another goes on. */
    static Sleeper ofThread() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the worker is stopping", e);
            }
        };
    }
}
