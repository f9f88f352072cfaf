package io.portolan.db.testing;

import static org.awaitility.Awaitility.await;

import io.portolan.db.Login;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL in a container whose data are on a disk; the container stays when its server dies. */
final class KillableMySql implements KillableServer {
    private final MySQLContainer container = MySqlContainer.create().withDatabaseName(DATABASE);

    @Override
    public RunningServer start() {
        String id = container.getContainerId();
        if (id == null) {
            return MySqlContainer.start(container);
        }
        container.getDockerClient().startContainerCmd(id).exec();
        RunningServer server = MySqlContainer.running(container);
        await().atMost(1, TimeUnit.MINUTES).ignoreExceptions().until(() -> answers(server));
        return server;
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.close();
    }

    private static boolean answers(RunningServer server) throws SQLException {
        Login owner = server.owner();
        try (var connection = DriverManager.getConnection(server.url(), owner.user(), owner.password())) {
            return connection.isValid(5);
        }
    }
}
