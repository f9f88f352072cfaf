package io.portolan.db.testing;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.ExposedPort;
import io.portolan.db.Login;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL in a container whose data are on a disk; the container stays when its server dies. */
final class MortalMySql implements MortalServer {
    private static final String DATABASE = "portolan_mortal";

    private final MySQLContainer container = MySqlContainer.create();

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
            MySqlContainer.prepare(container, "CREATE DATABASE " + DATABASE);
        } else {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
            await().atMost(1, TimeUnit.MINUTES).ignoreExceptions().until(this::answers);
        }
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /** Docker chooses a port anew at each start. */
    @Override
    public String url() {
        String port = container
                .getCurrentContainerInfo()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(ExposedPort.tcp(MySQLContainer.MYSQL_PORT))[0]
                .getHostPortSpec();
        return "jdbc:mysql://%s:%s/%s".formatted(container.getHost(), port, DATABASE);
    }

    @Override
    public Login owner() {
        return MySqlContainer.OWNER;
    }

    @Override
    public Login app() {
        return MySqlContainer.APP;
    }

    @Override
    public void close() {
        container.close();
    }

    private boolean answers() throws Exception {
        try (var connection = DriverManager.getConnection(url(), owner().user(), owner().password())) {
            return connection.isValid(5);
        }
    }
}
