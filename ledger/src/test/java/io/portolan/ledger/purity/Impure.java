package io.portolan.ledger.purity;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything that the engine may not do: a method for each. If the build check misses one, it is worth nothing. */
final class Impure {
    /** Reads the time when its class is first used. */
    private static final class Started {
        private static final long AT = System.nanoTime();
    }

    /** Remembers from one call to the next. */
    private static final class Counted {
        private static int calls;
    }

    private interface Source {
        Object next();
    }

    private static final class Chance implements Source {
        @Override
        public Object next() {
            return Math.random();
        }
    }

    private record Told(String text) {
        @Override
        public String toString() {
            return text + System.currentTimeMillis();
        }
    }

    private Impure() {}

    /** The one that does no wrong. */
    static Object harmless() {
        return List.of(1, 2).stream().map(Integer::bitCount).toList();
    }

    static Object clock() {
        return Instant.now(Clock.systemUTC());
    }

    static Object clockByReference() {
        Supplier<Instant> now = Instant::now;
        return now.get();
    }

    static Object clockWithinALambda() {
        return List.of(1).stream().map(_ -> System.currentTimeMillis()).toList();
    }

    static Object clockOfACaller(InstantSource source) {
        return source.instant();
    }

    static Object clockOfTheMachine() {
        return System.nanoTime();
    }

    static Object clockInAnInitializer() {
        return Started.AT;
    }

    static Object clockInAText() {
        return "told " + new Told("at ");
    }

    static Object randomBehindAnInterface() {
        Source source = new Chance();
        return source.next();
    }

    static Object random() {
        return new Random(1).nextInt();
    }

    static Object randomOfTheThread() {
        return ThreadLocalRandom.current().nextInt();
    }

    static Object randomOfTheSystem() {
        return new SecureRandom().nextInt();
    }

    static Object randomInAnId() {
        return UUID.randomUUID();
    }

    static Object randomInAnOrder() {
        List<Integer> numbers = new ArrayList<>(List.of(1, 2));
        Collections.shuffle(numbers);
        return numbers;
    }

    static Object environment() {
        return System.getenv("HOME") + System.getProperty("user.name");
    }

    static Object zone() {
        return ZoneId.systemDefault();
    }

    static Object locale() {
        return Locale.getDefault();
    }

    static Object thread() {
        return Thread.currentThread().getName();
    }

    static Object lock() {
        return new ReentrantLock().isLocked();
    }

    static Object reader() {
        return new StringReader("text");
    }

    static Object file() {
        return Path.of("text").toAbsolutePath();
    }

    static Object network() {
        return URI.create("http://127.0.0.1/");
    }

    static Object database() {
        return DriverManager.getLoginTimeout();
    }

    static Object state() {
        Counted.calls++;
        return Counted.calls;
    }
}
