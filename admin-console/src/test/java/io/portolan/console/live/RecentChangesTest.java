package io.portolan.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleWorld;
import io.portolan.console.Story;
import io.portolan.domain.identity.Step;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private static final Instant NOW = ConsoleWorld.NOW;

    private final ConsoleWorld world = new ConsoleWorld();
    private final RecentChanges changes = new RecentChanges(world.payments);

    @Test
    void tellsEachChangeOnce() {
        Story story = world.storyAt("ORD-1", NOW);

        assertThat(changes.since(NOW)).containsExactly(story.id().value());
        assertThat(changes.since(NOW.plusSeconds(1))).isEmpty();
        story.instructed(Step.COLLECTION);
        assertThat(changes.since(NOW.plusSeconds(2))).containsExactly(story.id().value());
    }

    @Test
    void findsWhatWasCommittedLateUnderAnEarlierTime() {
        assertThat(changes.since(NOW)).isEmpty();

        Story late = world.storyAt("ORD-1", NOW.minusSeconds(4));

        assertThat(changes.since(NOW.plusSeconds(1))).containsExactly(late.id().value());
    }

    @Test
    void tellsManyChangesAsEverything() {
        for (int i = 0; i < 200; i++) {
            world.storyAt("ORD-" + i, NOW);
        }

        assertThat(changes.since(NOW)).containsExactly(Viewer.EVERYTHING);
        assertThat(changes.since(NOW)).isEmpty();
    }

    @Test
    void startsAfreshAfterAPause() {
        Story story = world.storyAt("ORD-1", NOW);
        changes.since(NOW);

        changes.forget();

        assertThat(changes.since(NOW)).containsExactly(story.id().value());
        assertThat(changes.since(NOW.plus(Duration.ofMinutes(1)))).isEmpty();
    }
}
