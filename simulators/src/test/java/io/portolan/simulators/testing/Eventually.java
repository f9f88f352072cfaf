package io.portolan.simulators.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits until a condition holds, up to a deadline. */
public final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private Eventually() {}

    /** The first value that satisfies the condition. */
    public static <T> T get(Supplier<T> value, Predicate<T> condition) {
        var deadline = Instant.now().plus(DEADLINE);
        var last = value.get();
        while (!condition.test(last)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within " + DEADLINE + ", last seen: " + last);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            last = value.get();
        }
        return last;
    }

    public static void until(Supplier<Boolean> condition) {
        get(condition, Boolean::booleanValue);
    }
}
