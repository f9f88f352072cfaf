package io.portolan.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Starts a server on a data folder as {@link EmbeddedMariaDb} does, but holds nothing: as if its starter had been killed. */
final class OrphanedServer {
    private final Path binaries;
    private final Path folder;

    OrphanedServer(Path binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    ProcessHandle start() throws IOException, InterruptedException {
        Binaries unpacked = Binaries.unpackInto(binaries);
        Process server;
        try (DataFolder locked = DataFolder.lock(folder)) {
            locked.install(unpacked);
            Files.writeString(locked.startScript(), "SELECT 1;\n");
            ServerCommand command = new ServerCommand(unpacked, locked, EmbeddedMariaDb.freePort(), List.of());
            server = new ProcessBuilder(command.start())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(locked.log().toFile()))
                    .start();
        }
        awaitReady(server);
        return server.toHandle();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("mariadb.log"));
    }

    private void awaitReady(Process server) throws IOException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (!log().contains("ready for connections")) {
            if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the orphaned server did not start");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
