package io.portolan.db.testing;

import io.portolan.db.Login;
import io.portolan.embedded.DatabaseUser;
import io.portolan.embedded.EmbeddedMariaDb;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A server that answers. The URL ends before the database's name; the owner may create databases named {@code portolan…}. */
public record RunningServer(String url, Login owner, Login app) {
    private static final Map<TestServer, RunningServer> RUNNING = new EnumMap<>(TestServer.class);

    /** Starts it if it is not running yet. */
    static synchronized RunningServer of(TestServer kind) {
        RunningServer running = RUNNING.get(kind);
        if (running == null) {
            running = switch (kind) {
                case MARIADB -> startMariaDb();
                case MYSQL -> MySqlContainer.start();
            };
            RUNNING.put(kind, running);
        }
        return running;
    }

    static RunningServer at(EmbeddedMariaDb server) {
        return new RunningServer(
                "jdbc:mysql://127.0.0.1:" + server.port() + "/", loginOf(server.owner()), loginOf(server.app()));
    }

    private static Login loginOf(DatabaseUser user) {
        return new Login(user.name(), user.password());
    }

    private static RunningServer startMariaDb() {
        Path data = TestFolders.temporary("portolan-test-mariadb");
        EmbeddedMariaDb server = EmbeddedMariaDb.start(TestFolders.binaries(), data, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            TestFolders.delete(data);
        }));
        return at(server);
    }
}
