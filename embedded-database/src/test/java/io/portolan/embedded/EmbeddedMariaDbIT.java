package io.portolan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {
    /** The same folder for the tests of all modules, so that the files are unpacked once. */
    private static final Path BINARIES =
            Path.of(System.getProperty("java.io.tmpdir"), "portolan-mariadb-" + System.getProperty("user.name"));

    @TempDir
    private Path data;

    @Test
    void whatWasWrittenIsThereAtTheNextStart() throws SQLException {
        try (EmbeddedMariaDb first = start();
                Connection owner = connect(first, first.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE written (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO written VALUES (7)");
        }

        try (EmbeddedMariaDb second = start();
                Connection owner = connect(second, second.owner());
                ResultSet row = owner.createStatement().executeQuery("SELECT id FROM written")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void theOwnerMayLetTheApplicationReadAndNothingElse() throws SQLException {
        try (EmbeddedMariaDb server = start();
                Connection owner = connect(server, server.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE shown (id INT PRIMARY KEY)");
            statement.execute("GRANT SELECT ON shown TO '" + server.app().name() + "'@'%'");

            try (Connection app = connect(server, server.app());
                    Statement ofTheApp = app.createStatement()) {
                assertThat(ofTheApp.executeQuery("SELECT id FROM shown").next()).isFalse();
                assertThatThrownBy(() -> ofTheApp.execute("INSERT INTO shown VALUES (1)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("denied");
            }
        }
    }

    /** As after a kill -9 of the process that started it: nobody holds the folder, but a server still serves it. */
    @Test
    void aServerThatWasLeftBehindIsStoppedCleanlyBeforeTheNextStart() throws Exception {
        OrphanedServer orphan = new OrphanedServer(BINARIES, data);
        ProcessHandle left = orphan.start();

        try (EmbeddedMariaDb next = start()) {
            assertThat(left.isAlive()).isFalse();
            assertThat(next.process().isAlive()).isTrue();
            assertThat(orphan.log()).contains("Shutdown complete");
        }
    }

    @Test
    void aFolderInUseIsRejectedAndItsServerGoesOn() {
        try (EmbeddedMariaDb first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is in use by another process");
            assertThat(first.process().isAlive()).isTrue();
        }
    }

    @Test
    void aPortThatIsTakenEndsTheStartWithTheLogsNameAndLeavesNothingRunning(@TempDir Path other) {
        try (EmbeddedMariaDb first = start()) {
            assertThatThrownBy(() -> EmbeddedMariaDb.start(BINARIES, other, first.port()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("mariadb.log");
        }
        try (EmbeddedMariaDb free = EmbeddedMariaDb.start(BINARIES, other, 0)) {
            assertThat(free.process().isAlive()).isTrue();
        }
    }

    @Test
    void itIsStrictDurableAndReadCommitted() throws SQLException {
        try (EmbeddedMariaDb server = start();
                Connection owner = connect(server, server.owner());
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT @@global.innodb_flush_log_at_trx_commit, @@global.sync_binlog, @@global.innodb_doublewrite,"
                                + " @@global.tx_isolation, @@global.sql_mode, @@global.character_set_server")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
            assertThat(row.getInt(2)).isEqualTo(1);
            assertThat(row.getString(3)).isIn("1", "ON");
            assertThat(row.getString(4)).isEqualTo("READ-COMMITTED");
            assertThat(row.getString(5)).contains("ONLY_FULL_GROUP_BY", "STRICT_ALL_TABLES");
            assertThat(row.getString(6)).isEqualTo("utf8mb4");
        }
    }

    @Test
    void itIsReachedOnLoopbackOnly() throws IOException {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        Assumptions.assumeTrue(outside.isPresent(), "this machine has no address but loopback");

        try (EmbeddedMariaDb server = start();
                Socket socket = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(outside.orElseThrow(), server.port());
            assertThatThrownBy(() -> socket.connect(address, 2_000)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void closingTwiceIsHarmless() {
        EmbeddedMariaDb server = start();

        server.close();
        server.close();

        assertThat(server.process().isAlive()).isFalse();
    }

    private EmbeddedMariaDb start() {
        return EmbeddedMariaDb.start(BINARIES, data, 0);
    }

    private static Connection connect(EmbeddedMariaDb server, DatabaseUser user) throws SQLException {
        return DriverManager.getConnection(server.url(), user.name(), user.password());
    }
}
