package io.portolan.demo.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessListTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private Process sleeper;
    private ProcessList list;

    @BeforeEach
    void begin() throws IOException {
        sleeper = new ProcessBuilder("sleep", "600").start();
        list = new ProcessList(folder.resolve("processes"));
    }

    @AfterEach
    void end() {
        sleeper.destroyForcibly();
    }

    @Test
    void endsWhatAKilledDemoLeftBehind() throws Exception {
        list.add("sleeper", sleeper.toHandle());

        assertThat(list.endLeftovers(GRACE)).containsExactly("sleeper");

        assertThat(sleeper.isAlive()).isFalse();
        assertThat(list.endLeftovers(GRACE)).isEmpty();
    }

    @Test
    void sparesAProcessThatOnlyHasTheSameId() throws Exception {
        long otherStart =
                sleeper.info().startInstant().orElseThrow().minusSeconds(60).toEpochMilli();
        Files.writeString(folder.resolve("processes"), "%d %d database%n".formatted(sleeper.pid(), otherStart));

        assertThat(list.endLeftovers(GRACE)).isEmpty();

        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void ignoresARowThatWasCutShort() throws Exception {
        list.add("sleeper", sleeper.toHandle());
        Files.writeString(folder.resolve("processes"), Files.readString(folder.resolve("processes")) + "123 4");

        assertThat(list.endLeftovers(GRACE)).containsExactly("sleeper");
    }
}
