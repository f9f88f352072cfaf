package io.portolan.db.testing;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import io.portolan.db.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** MySQL in a container, from an image that must be there already. */
final class MySqlContainer {
    private static final String IMAGE = "mysql:9.7";
    private static final String PASSWORD = "root-of-tests";
    private static final Login OWNER = new Login("portolan_owner", "owner-of-tests");
    private static final Login APP = new Login("portolan", "app-of-tests");

    private MySqlContainer() {}

    /** Ends with the JVM, as the servers of all tests do; its data are in memory. */
    static RunningServer start() {
        return start(create().withTmpFs(Map.of("/var/lib/mysql", "rw")));
    }

    /** Not started yet; its data are on Docker's disk. */
    static MySQLContainer create() {
        reasonForAbsence().ifPresent(MySqlContainer::skipOrFail);
        return new MySQLContainer(DockerImageName.parse(IMAGE))
                .withUsername("unused")
                .withPassword(PASSWORD);
    }

    /** For the first time: with the users that it shall have. */
    static RunningServer start(MySQLContainer container) {
        container.start();
        RunningServer server = running(container);
        createUsers(server.url());
        return server;
    }

    /** Docker chooses another port at each start. */
    static RunningServer running(MySQLContainer container) {
        String port = container
                .getCurrentContainerInfo()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(ExposedPort.tcp(MySQLContainer.MYSQL_PORT))[0]
                .getHostPortSpec();
        return new RunningServer("jdbc:mysql://%s:%s/".formatted(container.getHost(), port), OWNER, APP);
    }

    private static Optional<String> reasonForAbsence() {
        if (!"true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            return Optional.of("TESTCONTAINERS_RYUK_DISABLED is not true, and its image may not be had");
        }
        DockerClientFactory docker = DockerClientFactory.instance();
        if (!docker.isDockerAvailable()) {
            return Optional.of("no Docker engine answers");
        }
        try {
            docker.client().inspectImageCmd(IMAGE).exec();
            return Optional.empty();
        } catch (NotFoundException absent) {
            return Optional.of("Docker has no image " + IMAGE);
        }
    }

    private static void skipOrFail(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError("in CI nothing is skipped, but " + reason);
        }
        throw new TestAbortedException("not tested on MySQL: " + reason);
    }

    private static void createUsers(String url) {
        try (Connection root = DriverManager.getConnection(url, "root", PASSWORD);
                Statement statement = root.createStatement()) {
            for (Login login : List.of(OWNER, APP)) {
                statement.execute("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(login.user(), login.password()));
            }
            statement.execute(
                    "GRANT ALL PRIVILEGES ON `portolan%%`.* TO '%s'@'%%' WITH GRANT OPTION".formatted(OWNER.user()));
        } catch (SQLException failure) {
            throw new IllegalStateException("MySQL did not take its users", failure);
        }
    }
}
