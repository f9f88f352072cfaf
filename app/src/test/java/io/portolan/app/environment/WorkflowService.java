package io.portolan.app.environment;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Where Temporal runs, which runs the payments' workflows. */
public enum WorkflowService {
    /** The real dev server, with its database file. */
    TEMPORAL,
    /** In memory, inside the app: its histories end with it. */
    IN_MEMORY;

    private static final String COMMAND = "temporal";

    /**
     * The command that it needs, if any. Where that is missing, the test is skipped, but fails in CI.
     *
     * @throws TestAbortedException if there is no {@code temporal} command
     */
    public Optional<Path> command() {
        return switch (this) {
            case IN_MEMORY -> Optional.empty();
            case TEMPORAL ->
                Optional.of(candidates()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> absent(
                                "there is no temporal command, neither in PORTOLAN_TEMPORAL_COMMAND nor on the PATH")));
        };
    }

    private static Stream<Path> candidates() {
        Stream<Path> named = Stream.of(System.getenv().getOrDefault("PORTOLAN_TEMPORAL_COMMAND", ""))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(COMMAND));
        return Stream.concat(named, onPath).filter(Files::isRegularFile).map(Path::toAbsolutePath);
    }

    private static RuntimeException absent(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError("in CI nothing is skipped, but " + reason);
        }
        return new TestAbortedException("not tested on the Temporal server: " + reason);
    }
}
