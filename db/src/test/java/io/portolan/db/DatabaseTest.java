package io.portolan.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

@OnBothServers
class DatabaseTest {
    private final TestServer server;
    private final TestDatabase db;

    DatabaseTest(TestServer server) {
        this.server = server;
        this.db = TestDatabase.shared(server);
    }

    @Test
    void speaksTheServersOwnDialect() {
        SQLDialect expected = server == TestServer.MARIADB ? SQLDialect.MARIADB : SQLDialect.MYSQL;

        assertThat(db.database().sql().dialect()).isEqualTo(expected);
    }

    @Test
    void everySessionIsStrictReadCommittedAndInUtc() {
        var row = db.database()
                .sql()
                .fetchSingle("select @@transaction_isolation, @@time_zone, @@sql_mode, @@innodb_lock_wait_timeout");

        assertThat(row.get(0, String.class)).isEqualTo("READ-COMMITTED");
        assertThat(row.get(1, String.class)).isEqualTo("+00:00");
        assertThat(row.get(2, String.class)).contains("STRICT_ALL_TABLES", "ONLY_FULL_GROUP_BY");
        assertThat(row.get(3, Integer.class)).isEqualTo(2);
    }

    @Test
    void migratingAgainChangesNothing() {
        Database.migrate(db.url(), db.owner(), db.app().user());

        assertThat(db.database().journal()).isNotNull();
    }

    @Test
    void theOwnerCannotBeTheApplication() {
        assertThatThrownBy(
                        () -> Database.migrate(db.url(), db.owner(), db.owner().user()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different users");
    }

    @Test
    void aWrongPasswordIsNamedAndNotShown() {
        Login wrong = new Login(db.app().user(), "not-the-password");

        assertThatThrownBy(() -> Database.open(new DatabaseSettings(db.url(), wrong, 1)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("rejects user " + db.app().user())
                .hasMessageContaining("password")
                .hasMessageNotContaining("not-the-password");
    }

    @Test
    void anUnknownDatabaseIsNamed() {
        String url = db.url().replace(db.name(), "portolan_missing");

        assertThatThrownBy(() -> Database.migrate(url, db.owner(), db.app().user()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("portolan_missing");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        DatabaseSettings settings = new DatabaseSettings("jdbc:mysql://127.0.0.1:" + closed + "/portolan", db.app(), 1);

        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("no server answers at jdbc:mysql://127.0.0.1:" + closed)
                .hasMessageContaining("check the host and port");
    }

    @Test
    void noPasswordIsLogged() {
        DatabaseSettings settings = new DatabaseSettings(db.url(), db.app(), 1);

        assertThat(settings.toString()).doesNotContain(db.app().password());
    }
}
