package io.portolan.db.testing;

import com.github.dockerjava.api.exception.NotFoundException;
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
    static final Login OWNER = new Login("portolan_owner", "owner-of-tests");
    static final Login APP = new Login("portolan", "app-of-tests");

    private MySqlContainer() {}

    /** Ends with the JVM, as the servers of all tests do; its data are in memory. */
    static RunningServer start() {
        @SuppressWarnings("resource")
        MySQLContainer container = create().withTmpFs(Map.of("/var/lib/mysql", "rw"));
        container.start();
        prepare(container);
        return new RunningServer(urlOf(container), OWNER, APP);
    }

    /** Not started yet, without users; its data are on Docker's disk. */
    static MySQLContainer create() {
        absence().ifPresent(MySqlContainer::abort);
        return new MySQLContainer(DockerImageName.parse(IMAGE))
                .withUsername("unused")
                .withPassword(PASSWORD);
    }

    /** Makes the users, and carries out these statements. */
    static void prepare(MySQLContainer container, String... more) {
        try (Connection root = DriverManager.getConnection(urlOf(container), "root", PASSWORD);
                Statement statement = root.createStatement()) {
            for (Login login : List.of(OWNER, APP)) {
                statement.execute("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(login.user(), login.password()));
            }
            statement.execute(
                    "GRANT ALL PRIVILEGES ON `portolan%%`.* TO '%s'@'%%' WITH GRANT OPTION".formatted(OWNER.user()));
            for (String sql : more) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("MySQL did not take its users", failure);
        }
    }

    private static String urlOf(MySQLContainer container) {
        return "jdbc:mysql://%s:%d/".formatted(container.getHost(), container.getMappedPort(MySQLContainer.MYSQL_PORT));
    }

    private static Optional<String> absence() {
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

    private static void abort(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError("in CI nothing is skipped, but " + reason);
        }
        throw new TestAbortedException("not tested on MySQL: " + reason);
    }
}
