package io.portolan.activities.instruction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How often the other side is asked: at first after {@code firstPause}, doubled each time, for {@code pollWindow} in all; later, once for each of
 * {@code waits} and then always after the last of them.
 */
public record PollingSchedule(Duration firstPause, Duration pollWindow, List<Duration> waits) {
    public PollingSchedule {
        waits = List.copyOf(waits);
        if (!firstPause.isPositive() || pollWindow.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("the poll window lasts at least as long as the first pause");
        }
        if (waits.isEmpty() || !waits.stream().allMatch(Duration::isPositive)) {
            throw new IllegalArgumentException("there is a wait, and it is positive");
        }
    }

    /** From a tenth of a second to eight seconds; then after 10 and 30 seconds, 2 minutes, and every quarter of an hour. */
    public static PollingSchedule standard() {
        List<Duration> waits =
                List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(15));
        return new PollingSchedule(Duration.ofMillis(100), Duration.ofSeconds(8), waits);
    }

    /** The pauses between the first inquiries; together they last for the poll window. */
    List<Duration> pauses() {
        List<Duration> pauses = new ArrayList<>();
        Duration left = pollWindow;
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
