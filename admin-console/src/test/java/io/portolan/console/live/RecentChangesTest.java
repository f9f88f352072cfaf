package io.portolan.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.PaymentScenario;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private static final Instant NOW = ConsoleFixture.NOW;

    private final ConsoleFixture fixture = new ConsoleFixture();
    private final RecentChanges changes = new RecentChanges(fixture.payments);

    @Test
    void reportsEachChangeOnce() {
        PaymentScenario scenario = fixture.newPaymentAt("ORD-1", NOW);

        assertThat(changes.poll(NOW)).containsExactly(scenario.id().value());
        assertThat(changes.poll(NOW.plusSeconds(1))).isEmpty();
        scenario.instruct(MovementKind.COLLECTION);
        assertThat(changes.poll(NOW.plusSeconds(2)))
                .containsExactly(scenario.id().value());
    }

    @Test
    void findsWhatWasCommittedLateUnderAnEarlierTime() {
        assertThat(changes.poll(NOW)).isEmpty();

        PaymentScenario late = fixture.newPaymentAt("ORD-1", NOW.minusSeconds(4));

        assertThat(changes.poll(NOW.plusSeconds(1))).containsExactly(late.id().value());
    }

    @Test
    void reportsTooManyChangesAsEverything() {
        for (int i = 0; i < 200; i++) {
            fixture.newPaymentAt("ORD-" + i, NOW);
        }

        assertThat(changes.poll(NOW)).containsExactly(OpenPage.EVERYTHING);
        assertThat(changes.poll(NOW)).isEmpty();
    }

    @Test
    void reportsRecentChangesAgainAfterAReset() {
        PaymentScenario scenario = fixture.newPaymentAt("ORD-1", NOW);
        changes.poll(NOW);

        changes.reset();

        assertThat(changes.poll(NOW)).containsExactly(scenario.id().value());
        assertThat(changes.poll(NOW.plus(Duration.ofMinutes(1)))).isEmpty();
    }
}
