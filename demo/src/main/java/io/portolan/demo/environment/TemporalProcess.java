package io.portolan.demo.environment;

import io.portolan.demo.processes.CommandProcess;
import io.portolan.demo.processes.DemoProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Temporal's dev server, with everything in a file and every commit on the disk. */
final class TemporalProcess {
    private static final String NAMESPACE = "default";
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration DESCRIBE_TIMEOUT = Duration.ofSeconds(5);

    private TemporalProcess() {}

    static DemoProcess of(Path temporal, Ports ports, Path database, Path log) {
        List<String> command = List.of(
                temporal.toString(),
                "server",
                "start-dev",
                "--ip",
                "127.0.0.1",
                "--port",
                Integer.toString(ports.temporal()),
                "--ui-port",
                Integer.toString(ports.temporalUi()),
                "--db-filename",
                database.toString(),
                "--sqlite-pragma",
                "journal_mode=WAL",
                "--sqlite-pragma",
                "synchronous=FULL",
                "--log-level",
                "warn");
        return new CommandProcess(
                "Temporal", command, log, READY_TIMEOUT, () -> hasNamespace(temporal, ports.temporal()));
    }

    /** The server listens before it knows its namespace, and a worker may start only then. */
    private static boolean hasNamespace(Path temporal, int port) {
        List<String> describe = List.of(
                temporal.toString(),
                "operator",
                "namespace",
                "describe",
                "--namespace",
                NAMESPACE,
                "--address",
                "127.0.0.1:" + port);
        try {
            Process process = new ProcessBuilder(describe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean hasEnded = process.waitFor(DESCRIBE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            return hasEnded && process.exitValue() == 0;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
