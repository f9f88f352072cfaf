package io.portolan.activities.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollingScheduleTest {
    @Test
    void theFirstPausesDoubleAndLastForThePollWindow() {
        List<Duration> pauses = PollingSchedule.standard().pauses();

        assertThat(pauses).extracting(Duration::toMillis).containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 1700L);
    }

    @Test
    void theLaterWaitsGrowToAQuarterOfAnHour() {
        PollingSchedule schedule = PollingSchedule.standard();

        assertThat(List.of(schedule.waitAfter(1), schedule.waitAfter(2), schedule.waitAfter(3)))
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));
        assertThat(List.of(schedule.waitAfter(4), schedule.waitAfter(300))).containsOnly(Duration.ofMinutes(15));
    }

    @Test
    void aScheduleThatNeverEndsOrNeverWaitsIsRejected() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new PollingSchedule(Duration.ZERO, second, List.of(second)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PollingSchedule(second, second, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PollingSchedule(second, second, List.of(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
