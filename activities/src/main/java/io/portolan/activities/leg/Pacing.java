package io.portolan.activities.leg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How often the other side is asked: at first after {@code firstPause}, doubled each time, for {@code attention} in all; later, once for each of
 * {@code waits} and then always after the last of them.
 */
public record Pacing(Duration firstPause, Duration attention, List<Duration> waits) {
    public Pacing {
        waits = List.copyOf(waits);
        if (!firstPause.isPositive() || attention.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("attention lasts at least as long as the first pause");
        }
        if (waits.isEmpty() || !waits.stream().allMatch(Duration::isPositive)) {
            throw new IllegalArgumentException("there is a wait, and it is positive");
        }
    }

    /** From a tenth of a second to eight seconds; then after 10 and 30 seconds, 2 minutes, and every quarter of an hour. */
    public static Pacing standard() {
        List<Duration> waits =
                List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(15));
        return new Pacing(Duration.ofMillis(100), Duration.ofSeconds(8), waits);
    }

    /** The pauses between the first inquiries; together they last for the attention. */
    List<Duration> pauses() {
        List<Duration> pauses = new ArrayList<>();
        Duration left = attention;
        Duration next = firstPause;
        while (left.isPositive()) {
            Duration pause = next.compareTo(left) < 0 ? next : left;
            pauses.add(pause);
            left = left.minus(pause);
            next = next.multipliedBy(2);
        }
        return List.copyOf(pauses);
    }

    /** The wait after this attempt, counted from one. */
    Duration waitAfter(int attempt) {
        return waits.get(Math.clamp(attempt, 1, waits.size()) - 1);
    }
}
