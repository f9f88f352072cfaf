package io.portolan.db.testing;

import io.portolan.db.Login;
import io.portolan.db.embedded.EmbeddedMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The embedded server, on a folder of its own. */
final class MortalMariaDb implements MortalServer {
    private final Path data;
    private @Nullable EmbeddedMariaDb started;

    MortalMariaDb() {
        try {
            data = Files.createTempDirectory("portolan-mortal-mariadb");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void start() {
        started = EmbeddedMariaDb.start(Folders.binaries(), data, 0);
    }

    @Override
    public void kill() {
        server().process().destroyForcibly();
        server().close();
    }

    @Override
    public String url() {
        return server().url();
    }

    @Override
    public Login owner() {
        return server().owner();
    }

    @Override
    public Login app() {
        return server().app();
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
        Folders.delete(data);
    }

    private EmbeddedMariaDb server() {
        return Objects.requireNonNull(started);
    }
}
