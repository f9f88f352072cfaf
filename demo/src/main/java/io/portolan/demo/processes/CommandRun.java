package io.portolan.demo.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a command that does its work and ends. Its answer is what it writes to standard output; the rest is logged. */
public final class CommandRun {
    private final String name;
    private final Path log;
    private final Process process;
    private final CompletableFuture<List<String>> output;

    private CommandRun(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        // Read from the beginning: a command whose output nobody takes would stand still.
        this.output = CompletableFuture.supplyAsync(() -> readLines(process), Thread::startVirtualThread);
    }

    static CommandRun start(String name, List<String> command, Path log) throws IOException {
        Process process = CommandProcess.builder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new CommandRun(name, log, process);
    }

    /**
     * Waits until the command has ended.
     *
     * @return the lines of its answer
     * @throws ProcessFailed if it does not end in time, or with another exit code than 0
     */
    public List<String> awaitAnswer(Duration limit) throws ProcessFailed, InterruptedException {
        int exitCode = awaitExit(limit);
        if (exitCode != 0) {
            throw new ProcessFailed(name, log, "ended with " + exitCode);
        }
        return lines();
    }

    /**
     * Waits until the command has ended.
     *
     * @return its exit code
     * @throws ProcessFailed if it does not end in time
     */
    public int awaitExit(Duration limit) throws ProcessFailed, InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProcessFailed(name, log, "has not ended after " + limit.toSeconds() + " s");
        }
        return process.exitValue();
    }

    /** The lines of its answer; of a command that is running, waits until it has ended. */
    public List<String> lines() {
        return output.join();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    private static List<String> readLines(Process process) {
        return process.inputReader(StandardCharsets.UTF_8).lines().toList();
    }
}
