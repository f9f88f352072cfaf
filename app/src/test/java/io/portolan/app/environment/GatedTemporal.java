package io.portolan.app.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The {@code temporal} command behind a gate: while a certain file is there, a start waits. So a test decides how long an outage lasts. */
final class GatedTemporal {
    private GatedTemporal() {}

    static Path command(Path temporal, Path gate) throws IOException {
        Path script = gate.resolveSibling("gated-temporal");
        Files.writeString(script, """
                #!/bin/sh
                while [ -e '%s' ]; do sleep 0.1; done
                exec '%s' "$@"
                """.formatted(gate, temporal));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
