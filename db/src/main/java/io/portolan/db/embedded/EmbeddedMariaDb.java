package io.portolan.db.embedded;

import io.portolan.db.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A MariaDB server that comes with the application: a process of its own, reached on loopback only, as durable as any.
 *
 * <p>It ends with {@link #close}. A server that outlived a killed process is stopped by the next start on its folder.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final String DATABASE = "portolan";

    private final DataFolder folder;
    private final Process server;
    private final Logins logins;
    private final int port;

    private EmbeddedMariaDb(DataFolder folder, Process server, Logins logins, int port) {
        this.folder = folder;
        this.server = server;
        this.logins = logins;
        this.port = port;
    }

    /**
     * Starts the server on a folder of data, which is made on the first start, with the database and its two users.
     *
     * @param binaries where MariaDB's own files are unpacked, once for all servers
     * @param port where it listens on 127.0.0.1; 0 chooses a free one
     * @throws IllegalStateException if another process uses the folder, or the server does not come up; the message says where to look
     */
    public static EmbeddedMariaDb start(Path binaries, Path data, int port) {
        return start(binaries, data, port, List.of());
    }

    /**
     * As {@link #start(Path, Path, int)}, with more of the server's own options, such as {@code --innodb-buffer-pool-size=1G}. None of them makes
     * it less durable.
     */
    public static EmbeddedMariaDb start(Path binaries, Path data, int port, List<String> options) {
        try {
            DataFolder folder = DataFolder.lock(data);
            try {
                int chosen = port == 0 ? freePort() : port;
                return launch(new ServerCommand(Binaries.unpackInto(binaries), folder, chosen, options));
            } catch (IOException | InterruptedException | RuntimeException failure) {
                folder.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("MariaDB cannot be started in " + data, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB started", interrupted);
        }
    }

    /**
     * Makes a folder of data ready for a server that somebody else starts, stops and starts again, such as a supervisor. A server that still serves
     * the folder is stopped.
     *
     * @param port where the server is to listen on 127.0.0.1
     * @throws IllegalStateException if another process uses the folder
     */
    public static PreparedServer prepare(Path binaries, Path data, int port) {
        try (DataFolder folder = DataFolder.lock(data)) {
            ServerCommand command = new ServerCommand(Binaries.unpackInto(binaries), folder, port, List.of());
            Logins logins = install(command);
            return new PreparedServer(
                    url(port), logins.owner(), logins.app(), command.start(), folder.log(), folder.lockFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("MariaDB cannot be prepared in " + data, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB was prepared", interrupted);
        }
    }

    /** The database's URL for Connector/J. */
    public String url() {
        return url(port);
    }

    /** Who migrates. */
    public Login owner() {
        return logins.owner();
    }

    /** Who the application is. */
    public Login app() {
        return logins.app();
    }

    public int port() {
        return port;
    }

    /** The server's process, for tests that kill it. */
    public ProcessHandle process() {
        return server.toHandle();
    }

    /** Stops the server cleanly. Safe to repeat. */
    @Override
    public void close() {
        ServerShutdown.stop(server.toHandle(), STOP_TIMEOUT);
        try {
            folder.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static EmbeddedMariaDb launch(ServerCommand command) throws IOException, InterruptedException {
        Logins logins = install(command);
        DataFolder folder = command.folder();
        Process server = new ProcessBuilder(command.start())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        EmbeddedMariaDb started = new EmbeddedMariaDb(folder, server, logins, command.port());
        started.awaitReady();
        Files.delete(folder.startScript());
        return started;
    }

    /** Everything that a server needs before it is started. */
    private static Logins install(ServerCommand command) throws IOException, InterruptedException {
        DataFolder folder = command.folder();
        folder.install(command.binaries());
        Logins logins = Logins.loadOrCreate(folder.logins());
        Files.writeString(folder.startScript(), startScript(logins));
        return logins;
    }

    private static String url(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** Run by the server itself at each start, one statement a line. */
    private static String startScript(Logins logins) {
        return "CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;%n".formatted(DATABASE)
                + user(logins.owner())
                + user(logins.app())
                + "GRANT ALL PRIVILEGES ON `%s%%`.* TO '%s'@'%%' WITH GRANT OPTION;%n"
                        .formatted(DATABASE, logins.owner().user());
    }

    private static String user(Login login) {
        return "CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';%nALTER USER '%1$s'@'%%' IDENTIFIED BY '%2$s';%n"
                .formatted(login.user(), login.password());
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!isReady()) {
            if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                ServerShutdown.stop(server.toHandle(), STOP_TIMEOUT);
                throw new IllegalStateException("MariaDB did not come up on port " + port + ": see " + folder.log());
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private boolean isReady() {
        try (var connection = DriverManager.getConnection(
                url(), logins.owner().user(), logins.owner().password())) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
