package io.portolan.benchmarks.server;

import io.portolan.db.Login;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** MySQL 9.7 in a container, from an image that must be there already; its data are a volume of Docker's, on Docker's disk. */
record MySql(Docker docker, String container, int port, Login owner, Login app) implements Server {
    private static final String IMAGE = "mysql:9.7";
    private static final String ROOT_PASSWORD = "MYSQL_ROOT_PASSWORD";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    static Server start(long memory) throws ServerNotMeasurable {
        String password = randomPassword();
        Docker docker = new Docker(Map.of(ROOT_PASSWORD, password));
        docker.run("image", "inspect", "--format", "{{.Id}}", IMAGE);
        String container = docker.run(
                "run",
                "--detach",
                "--rm",
                "--publish",
                "127.0.0.1::3306",
                "--env",
                ROOT_PASSWORD,
                IMAGE,
                "--innodb-buffer-pool-size=" + memory,
                "--innodb-flush-log-at-trx-commit=1",
                "--sync-binlog=1",
                "--innodb-doublewrite=ON");
        MySql server = new MySql(
                docker,
                container,
                portOf(docker, container),
                new Login("portolan_owner", randomPassword()),
                new Login("portolan", randomPassword()));
        try {
            server.requireDisk();
            server.createUsers(password);
            return server;
        } catch (ServerNotMeasurable | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    @Override
    public String name() {
        return ServerKind.MYSQL.title();
    }

    /** In the clear, as with the embedded server: nobody eavesdrops on loopback, and both are measured alike. */
    @Override
    public String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    @Override
    public Optional<ProcessHandle> process() {
        try {
            long id = Long.parseLong(docker.run("inspect", "--format", "{{.State.Pid}}", container));
            return ProcessHandle.of(id).filter(MySql::isServer);
        } catch (ServerNotMeasurable gone) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            docker.run("rm", "--force", "--volumes", container);
        } catch (ServerNotMeasurable alreadyGone) {
            System.err.println("bench: " + alreadyGone.getMessage());
        }
    }

    /** The engine may run elsewhere, and its numbers mean other processes here. */
    private static boolean isServer(ProcessHandle process) {
        return process.info().command().filter(path -> path.endsWith("mysqld")).isPresent();
    }

    private static int portOf(Docker docker, String container) throws ServerNotMeasurable {
        String address = docker.run("port", container, "3306/tcp");
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private void requireDisk() throws ServerNotMeasurable {
        String kind = docker.run("exec", container, "stat", "--file-system", "--format", "%T", "/var/lib/mysql");
        if (kind.equals("tmpfs")) {
            throw new ServerNotMeasurable("Docker keeps its data in memory; durable commits need a disk");
        }
    }

    private void createUsers(String password) throws ServerNotMeasurable {
        try (Connection root = await(password);
                Statement statement = root.createStatement()) {
            for (Login login : List.of(owner, app)) {
                statement.execute("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(login.user(), login.password()));
            }
            statement.execute(
                    "GRANT ALL PRIVILEGES ON `portolan%%`.* TO '%s'@'%%' WITH GRANT OPTION".formatted(owner.user()));
        } catch (SQLException failure) {
            throw new IllegalStateException("MySQL could not create the users", failure);
        }
    }

    private Connection await(String password) throws ServerNotMeasurable {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (true) {
            try {
                return DriverManager.getConnection(url(""), "root", password);
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw new ServerNotMeasurable("it did not start: " + docker.run("logs", "--tail", "1", container));
                }
                LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            }
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
