package io.portolan.embedded;

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
    private final DatabaseUsers users;
    private final int port;

    private EmbeddedMariaDb(DataFolder folder, Process server, DatabaseUsers users, int port) {
        this.folder = folder;
        this.server = server;
        this.users = users;
        this.port = port;
    }

    /**
     * Starts the server on a folder of data, which is created on the first start, with the database and its two users.
     *
     * @param binaries where MariaDB's own files are unpacked, once for all servers
     * @param port where it listens on 127.0.0.1; 0 chooses a free one
     * @throws IllegalStateException if another process uses the folder, or the server does not start; the message says where to look
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
            DatabaseUsers users = install(command);
            return new PreparedServer(
                    url(port), users.owner(), users.app(), command.start(), folder.log(), folder.lockFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("MariaDB cannot be prepared in " + data, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB was prepared", interrupted);
        }
    }

    /** The URL of the database, for Connector/J. */
    public String url() {
        return url(port);
    }

    /** The user that migrates. */
    public DatabaseUser owner() {
        return users.owner();
    }

    /** The user that the application is. */
    public DatabaseUser app() {
        return users.app();
    }

    public int port() {
        return port;
    }

    /** The server's process: to see what it costs and whether it lives, and for tests that kill it. */
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
        DatabaseUsers users = install(command);
        DataFolder folder = command.folder();
        Process server = new ProcessBuilder(command.start())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        EmbeddedMariaDb started = new EmbeddedMariaDb(folder, server, users, command.port());
        started.awaitReady();
        Files.delete(folder.startScript());
        return started;
    }

    /** Everything that a server needs before it is started. */
    private static DatabaseUsers install(ServerCommand command) throws IOException, InterruptedException {
        DataFolder folder = command.folder();
        folder.install(command.binaries());
        DatabaseUsers users = DatabaseUsers.loadOrCreate(folder.users());
        Files.writeString(folder.startScript(), startScript(users));
        return users;
    }

    private static String url(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** The server itself runs it at each start, one statement per row of text. */
    private static String startScript(DatabaseUsers users) {
        return "CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;%n".formatted(DATABASE)
                + createUser(users.owner())
                + createUser(users.app())
                + "GRANT ALL PRIVILEGES ON `%s%%`.* TO '%s'@'%%' WITH GRANT OPTION;%n"
                        .formatted(DATABASE, users.owner().name());
    }

    private static String createUser(DatabaseUser user) {
        return "CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';%nALTER USER '%1$s'@'%%' IDENTIFIED BY '%2$s';%n"
                .formatted(user.name(), user.password());
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!isReady()) {
            if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                ServerShutdown.stop(server.toHandle(), STOP_TIMEOUT);
                throw new IllegalStateException("MariaDB did not start on port " + port + ": see " + folder.log());
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private boolean isReady() {
        try (var connection = DriverManager.getConnection(
                url(), users.owner().name(), users.owner().password())) {
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
