package io.portolan.app.demo;

import io.portolan.app.demo.processes.DemoProcess;
import io.portolan.embedded.EmbeddedMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The embedded database. It is ready as soon as it is started. */
final class MariaDbProcess implements DemoProcess {
    private final Path binaries;
    private final Path data;
    private final int port;
    private Optional<EmbeddedMariaDb> server = Optional.empty();

    MariaDbProcess(Path binaries, Path data, int port) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
    }

    @Override
    public String name() {
        return "database (MariaDB)";
    }

    @Override
    public synchronized ProcessHandle start() throws IOException {
        server.ifPresent(EmbeddedMariaDb::close);
        try {
            EmbeddedMariaDb started = EmbeddedMariaDb.start(binaries, data, port);
            server = Optional.of(started);
            return started.process();
        } catch (IllegalStateException | UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Duration readyTimeout() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Path log() {
        return data.resolve("mariadb.log");
    }

    /** Where it is and who may use it; the same after every restart. */
    synchronized EmbeddedMariaDb server() {
        return server.orElseThrow();
    }
}
