package io.portolan.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code docker} command of this machine. */
record Docker(Map<String, String> environment) {
    /**
     * What the command printed.
     *
     * @throws ServerNotMeasurable if there is no such command, or it failed; the message quotes it
     */
    String run(String... arguments) throws ServerNotMeasurable {
        List<String> command = new ArrayList<>(
                Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList());
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new ServerNotMeasurable("docker " + arguments[0] + " says: " + lastLine(output));
            }
            return output;
        } catch (IOException absent) {
            throw new ServerNotMeasurable("there is no docker command on the PATH");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while docker ran", interrupted));
        }
    }

    private static String lastLine(String output) {
        return output.substring(output.lastIndexOf('\n') + 1);
    }
}
