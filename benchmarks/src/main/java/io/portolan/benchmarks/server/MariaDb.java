package io.portolan.benchmarks.server;

import io.portolan.db.Login;
import io.portolan.embedded.EmbeddedMariaDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The embedded server, as the application starts it, but with memory for the data. */
record MariaDb(EmbeddedMariaDb server, Path data) implements Server {
    static Server start(DataFolders home, long memory) throws ServerNotMeasurable {
        Path data = home.newData();
        List<String> options = List.of("--innodb-buffer-pool-size=" + memory);
        return new MariaDb(EmbeddedMariaDb.start(home.binaries(), data, 0, options), data);
    }

    @Override
    public String name() {
        return ServerKind.MARIADB.title();
    }

    @Override
    public String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + server.port() + "/" + database;
    }

    @Override
    public Login owner() {
        return new Login(server.owner().name(), server.owner().password());
    }

    @Override
    public Login app() {
        return new Login(server.app().name(), server.app().password());
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.of(server.process());
    }

    @Override
    public void close() {
        server.close();
        if (Files.exists(data)) {
            DataFolders.delete(data);
        }
    }
}
