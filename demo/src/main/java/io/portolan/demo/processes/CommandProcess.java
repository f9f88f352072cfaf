package io.portolan.demo.processes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A process that is a command. Settings of the caller's shell do not reach it, so that a demo is the same everywhere. */
public record CommandProcess(
        String name, List<String> command, Path log, Duration readyTimeout, BooleanSupplier readiness)
        implements DemoProcess {
    private static final Set<String> HIDDEN_PREFIXES =
            Set.of("PORTOLAN_", "SPRING_", "SERVER_", "MANAGEMENT_", "TEMPORAL_");

    public CommandProcess {
        command = List.copyOf(command);
    }

    /** Without input, and without the settings of our own shell. */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeIf(name -> HIDDEN_PREFIXES.stream().anyMatch(name::startsWith));
        return builder;
    }

    @Override
    public ProcessHandle start() throws IOException {
        return builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .toHandle();
    }

    @Override
    public boolean isReady() {
        return readiness.getAsBoolean();
    }
}
