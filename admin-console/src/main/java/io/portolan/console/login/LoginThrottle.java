package io.portolan.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after five wrong passwords in a row a name is blocked for 30 seconds, and twice as long after
 * each further one, up to 15 minutes. It remembers a bounded number of names, existing or not, so that its answers do
 * not reveal which names exist.
 */
final class LoginThrottle {
    private static final int FREE_ATTEMPTS = 5;
    private static final int MAX_DOUBLINGS = 5;
    private static final int MAX_NAMES = 10_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration MAX_WAIT = Duration.ofMinutes(15);

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_NAMES;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether this name has to wait before its next attempt. */
    synchronized boolean isBlocked(String name) {
        Failures earlier = failures.get(name);
        return earlier != null && clock.instant().isBefore(earlier.last().plus(waitAfter(earlier.count())));
    }

    synchronized void recordFailure(String name) {
        Failures earlier = failures.get(name);
        failures.put(name, new Failures(earlier == null ? 1 : earlier.count() + 1, clock.instant()));
    }

    synchronized void resetFailures(String name) {
        failures.remove(name);
    }

    private static Duration waitAfter(int count) {
        if (count < FREE_ATTEMPTS) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_ATTEMPTS, MAX_DOUBLINGS));
        return doubled.compareTo(MAX_WAIT) < 0 ? doubled : MAX_WAIT;
    }
}
