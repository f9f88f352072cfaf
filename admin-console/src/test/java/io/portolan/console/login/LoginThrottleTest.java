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
    void fiveWrongPasswordsAreFreeOfWaiting() {
        fail(4);

        assertThat(throttle.isWaiting("ada")).isFalse();
    }

    @Test
    void theFifthMakesTheNameWaitAndNoOther() {
        fail(5);

        assertThat(throttle.isWaiting("ada")).isTrue();
        assertThat(throttle.isWaiting("vic")).isFalse();
        clock.pass(Duration.ofSeconds(30));
        assertThat(throttle.isWaiting("ada")).isFalse();
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        fail(6);
        clock.pass(Duration.ofSeconds(31));
        assertThat(throttle.isWaiting("ada")).isTrue();

        fail(40);
        clock.pass(Duration.ofMinutes(14));
        assertThat(throttle.isWaiting("ada")).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(throttle.isWaiting("ada")).isFalse();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        fail(4);
        throttle.succeeded("ada");
        fail(4);

        assertThat(throttle.isWaiting("ada")).isFalse();
    }

    @Test
    void remembersABoundedNumberOfNames() {
        fail(5);
        for (int i = 0; i < 10_000; i++) {
            throttle.failed("name-" + i);
        }

        assertThat(throttle.isWaiting("ada")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("ada");
        }
    }
}
