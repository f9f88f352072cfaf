package io.portolan.demo.processes;

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
    private static final Duration LIMIT = Duration.ofSeconds(20);

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
    void restartsWhatDies() throws Exception {
        supervisor.start(process("echo $$ >> pids; exec sleep 600", () -> pids().size() == 1));

        ProcessHandle.of(pids().getFirst()).orElseThrow().destroyForcibly();

        eventually(() -> pids().size() == 2 && isAlive(pids().getLast()));
        assertThat(announcements).containsExactly("sleeper has stopped; restarting it");
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
        DemoProcess process = process("echo $$ >> pids; exec sleep 600", () -> pids().size() == 1);
        supervisor.close();

        assertThatThrownBy(() -> supervisor.start(process)).isInstanceOf(InterruptedException.class);
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
        DemoProcess process = process("echo no such port; exit 3", () -> false);

        assertThatThrownBy(() -> supervisor.start(process))
                .isInstanceOf(ProcessFailed.class)
                .hasMessageContaining("ended while it was starting")
                .hasMessageContaining("no such port");
    }

    @Test
    void namesWhatIsNotReadyInTime() {
        DemoProcess process = new CommandProcess(
                "sleeper", shell("exec sleep 600"), folder.resolve("log"), Duration.ofMillis(300), () -> false);

        assertThatThrownBy(() -> supervisor.start(process)).hasMessageContaining("was not ready");
    }

    @Test
    void aChildDoesNotSeeTheSettingsOfOurShell() throws Exception {
        supervisor.start(
                process("env > environment; exec sleep 600", () -> Files.exists(folder.resolve("environment"))));

        assertThat(Files.readString(folder.resolve("environment"))).doesNotContain("PORTOLAN_");
    }

    @Test
    void aCommandAnswersOnStandardOutputAlone() throws Exception {
        CommandRun run = supervisor.run("greeter", shell("echo hello; echo a warning >&2"), folder.resolve("log"));

        assertThat(run.awaitAnswer(LIMIT)).containsExactly("hello");
        assertThat(folder.resolve("log")).hasContent("a warning");
    }

    @Test
    void aCommandThatFailsShowsItsLog() throws Exception {
        CommandRun run = supervisor.run("greeter", shell("echo no voice >&2; exit 3"), folder.resolve("log"));

        assertThatThrownBy(() -> run.awaitAnswer(LIMIT))
                .isInstanceOf(ProcessFailed.class)
                .hasMessageContaining("greeter ended with 3")
                .hasMessageContaining("no voice");
    }

    @Test
    void aCommandThatIsStillRunningIsEndedWithEverythingElse() throws Exception {
        supervisor.run("sleeper", shell("echo $$ >> pids; exec sleep 600"), folder.resolve("log"));
        eventually(() -> pids().size() == 1);

        supervisor.close();

        assertThat(pids()).noneMatch(SupervisorTest::isAlive);
        assertThat(Files.readString(folder.resolve("processes"))).contains("sleeper");
    }

    private DemoProcess process(String script, BooleanSupplier ready) {
        return new CommandProcess("sleeper", shell(script), folder.resolve("log"), LIMIT, ready);
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
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time left").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
