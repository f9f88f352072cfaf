package io.portolan.db.testing;

import io.portolan.embedded.EmbeddedMariaDb;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The embedded server, on a folder of its own. */
final class KillableMariaDb implements KillableServer {
    private final Path data = TestFolders.temporary("portolan-mortal-mariadb");
    private @Nullable EmbeddedMariaDb started;

    @Override
    public RunningServer start() {
        EmbeddedMariaDb server = EmbeddedMariaDb.start(TestFolders.binaries(), data, 0);
        started = server;
        return RunningServer.at(server);
    }

    @Override
    public void kill() {
        EmbeddedMariaDb server = Objects.requireNonNull(started);
        server.process().destroyForcibly();
        server.close();
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
        TestFolders.delete(data);
    }
}
