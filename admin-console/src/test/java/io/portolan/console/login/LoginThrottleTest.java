package io.portolan.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void fourWrongPasswordsDoNotBlockAName() {
        failTimes(4);

        assertThat(throttle.isBlocked("ada")).isFalse();
    }

    @Test
    void theFifthWrongPasswordBlocksThatNameAlone() {
        failTimes(5);

        assertThat(throttle.isBlocked("ada")).isTrue();
        assertThat(throttle.isBlocked("vic")).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(throttle.isBlocked("ada")).isFalse();
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        failTimes(6);
        clock.advance(Duration.ofSeconds(31));
        assertThat(throttle.isBlocked("ada")).isTrue();

        failTimes(40);
        clock.advance(Duration.ofMinutes(14));
        assertThat(throttle.isBlocked("ada")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(throttle.isBlocked("ada")).isFalse();
    }

    @Test
    void aRightPasswordResetsTheCount() {
        failTimes(4);
        throttle.resetFailures("ada");
        failTimes(4);

        assertThat(throttle.isBlocked("ada")).isFalse();
    }

    @Test
    void remembersABoundedNumberOfNames() {
        failTimes(5);
        for (int i = 0; i < 10_000; i++) {
            throttle.recordFailure("name-" + i);
        }

        assertThat(throttle.isBlocked("ada")).isFalse();
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            throttle.recordFailure("ada");
        }
    }
}
