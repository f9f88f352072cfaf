package io.portolan.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.ledger.SampleEntries;
import io.portolan.db.testing.TestFolders;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {
    @TempDir
    private Path data;

    @Test
    void whatWasWrittenIsThereAtTheNextStart() {
        try (EmbeddedMariaDb first = start()) {
            Database.migrate(first.url(), first.owner(), first.app().user());
            post(first);
        }

        try (EmbeddedMariaDb second = start();
                Database database = Database.open(new DatabaseSettings(second.url(), second.app(), 1))) {
            assertThat(database.journal().balances()).hasSize(2);
        }
    }

    /** As after a kill -9 of the process that started it: nobody holds the folder, but a server still serves it. */
    @Test
    void aServerThatWasLeftBehindIsStoppedCleanlyBeforeTheNextStart() throws Exception {
        OrphanedServer orphan = new OrphanedServer(TestFolders.binaries(), data);
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
                    .hasMessageContaining("another process uses");
            assertThat(first.process().isAlive()).isTrue();
        }
    }

    @Test
    void aPortThatIsTakenEndsTheStartWithTheLogsNameAndLeavesNothingRunning(@TempDir Path other) {
        try (EmbeddedMariaDb first = start()) {
            assertThatThrownBy(() -> EmbeddedMariaDb.start(TestFolders.binaries(), other, first.port()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("mariadb.log");
        }
        try (EmbeddedMariaDb free = EmbeddedMariaDb.start(TestFolders.binaries(), other, 0)) {
            assertThat(free.process().isAlive()).isTrue();
        }
    }

    @Test
    void itIsStrictDurableAndReadCommitted() throws SQLException {
        try (EmbeddedMariaDb server = start();
                Connection owner = DriverManager.getConnection(
                        server.url(), server.owner().user(), server.owner().password());
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
        return EmbeddedMariaDb.start(TestFolders.binaries(), data, 0);
    }

    private static void post(EmbeddedMariaDb server) {
        try (Database database = Database.open(new DatabaseSettings(server.url(), server.app(), 1))) {
            database.journal()
                    .post(List.of(SampleEntries.move(
                            "key", 5, SampleEntries.nostro("A", "JPY"), SampleEntries.nostro("B", "JPY"))));
        }
    }
}
