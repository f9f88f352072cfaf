package io.portolan.app.demo.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes, which do nothing but stay. */
class SupervisorTest {
    private static final Duration GRACE = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final List<String> announcements = new CopyOnWriteArrayList<>();
    private Supervisor supervisor;

    @BeforeEach
    void begin() {
        supervisor = new Supervisor(new ProcessList(folder.resolve("processes")), GRACE, announcements::add);
    }

    @AfterEach
    void end() {
        supervisor.close();
    }

    @Test
    void startsAgainWhatDies() throws Exception {
        supervisor.start(process("echo $$ >> pids; exec sleep 600", () -> pids().size() == 1));

        ProcessHandle.of(pids().getFirst()).orElseThrow().destroyForcibly();

        eventually(() -> pids().size() == 2 && isAlive(pids().getLast()));
        assertThat(announcements).containsExactly("sleeper ended; starting it again");
    }

    @Test
    void leavesNothingRunningWhenItIsClosed() throws Exception {
        supervisor.start(process("echo $$ >> pids; sleep 600 & echo $! >> pids; wait", () -> pids().size() == 2));
        List<Long> before = pids();

        supervisor.close();

        assertThat(before).hasSize(2).noneMatch(SupervisorTest::isAlive);
    }

    @Test
    void killsWhatIgnoresTheStopRequest() throws Exception {
        supervisor.start(
                process("trap '' TERM; echo $$ >> pids; while true; do sleep 1; done", () -> pids().size() == 1));
        long deaf = pids().getFirst();

        supervisor.close();

        assertThat(isAlive(deaf)).isFalse();
    }

    @Test
    void startsNothingOnceItIsClosed() throws Exception {
        DemoProcess part = process("echo $$ >> pids; exec sleep 600", () -> pids().size() == 1);
        supervisor.close();

        assertThatThrownBy(() -> supervisor.start(part)).isInstanceOf(InterruptedException.class);
        assertThat(pids()).isEmpty();
    }

    @Test
    void givesUpWhatDiesOverAndOver() throws Exception {
        supervisor.start(process("echo $$ >> pids; echo out of luck; sleep 0.1", () -> pids().size() == 1));

        assertThatThrownBy(() -> supervisor.failure().get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(ProcessFailed.class)
                .hasMessageContaining("sleeper died more than 5 times within a minute")
                .hasMessageContaining("out of luck");
        assertThat(pids()).hasSize(6).noneMatch(SupervisorTest::isAlive);
    }

    @Test
    void showsTheLogOfWhatDiesWhileItStarts() {
        DemoProcess part = process("echo no such port; exit 3", () -> false);

        assertThatThrownBy(() -> supervisor.start(part))
                .isInstanceOf(ProcessFailed.class)
                .hasMessageContaining("ended while it was starting")
                .hasMessageContaining("no such port");
    }

    @Test
    void tellsWhatIsNotReadyInTime() {
        DemoProcess part = new CommandProcess(
                "sleeper", shell("exec sleep 600"), folder.resolve("log"), Duration.ofMillis(300), () -> false);

        assertThatThrownBy(() -> supervisor.start(part)).hasMessageContaining("was not ready");
    }

    @Test
    void aChildDoesNotSeeTheSettingsOfOurShell() throws Exception {
        supervisor.start(
                process("env > environment; exec sleep 600", () -> Files.exists(folder.resolve("environment"))));

        assertThat(Files.readString(folder.resolve("environment"))).doesNotContain("PORTOLAN_");
    }

    private DemoProcess process(String script, BooleanSupplier ready) {
        return new CommandProcess("sleeper", shell(script), folder.resolve("log"), Duration.ofSeconds(20), ready);
    }

    private List<String> shell(String script) {
        return List.of("/bin/sh", "-c", "cd " + folder + "; " + script);
    }

    private List<Long> pids() {
        try {
            Path file = folder.resolve("pids");
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Long::valueOf).toList()
                    : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time left").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
