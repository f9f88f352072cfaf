package io.portolan.db.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.portolan.db.ledger.SampleEntries;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ledger.AuditReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An audit's statement may take longer than the timeout of a request. */
@OnBothServers
class AuditTimeoutTest {
    private static final int TIMEOUT_MS = 500;
    private static final int LONGER_S = 2;

    private final TestDatabase db;

    AuditTimeoutTest(TestServer server) {
        db = TestDatabase.on(server);
        db.database()
                .journal()
                .post(List.of(SampleEntries.move(
                        "entry", 1, SampleEntries.nostro("A", "CNY"), SampleEntries.nostro("B", "CNY"))));
    }

    static List<Function<JooqBookAudit, AuditReport>> bothWays() {
        return List.of(JooqBookAudit::byReplay, JooqBookAudit::bySql);
    }

    @AfterEach
    void drop() {
        db.close();
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void anAuditWaitsForItsStatementsAndRestoresTheConnectionsTimeout(Function<JooqBookAudit, AuditReport> way)
            throws SQLException {
        try (HikariDataSource pool = poolWithShortTimeout();
                Connection owner = db.asOwner();
                Statement locks = owner.createStatement()) {
            JooqBookAudit audit =
                    new JooqBookAudit(new Transactions(pool, db.database().sql().dialect()));
            locks.execute("LOCK TABLES book_event WRITE");
            CompletableFuture<AuditReport> report = CompletableFuture.supplyAsync(() -> way.apply(audit));
            await().atMost(30, TimeUnit.SECONDS).until(() -> report.isDone() || isSomebodyWaiting());
            locks.execute("UNLOCK TABLES");

            assertThat(report.join().isClean()).isTrue();
            try (Connection next = pool.getConnection()) {
                assertThat(next.getNetworkTimeout()).isEqualTo(TIMEOUT_MS);
            }
        }
    }

    private HikariDataSource poolWithShortTimeout() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(db.url());
        config.setUsername(db.app().user());
        config.setPassword(db.app().password());
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("socketTimeout", Integer.toString(TIMEOUT_MS));
        return new HikariDataSource(config);
    }

    /** Each user may see what its own connections do. */
    private boolean isSomebodyWaiting() {
        return db.database().sql().fetch("SHOW PROCESSLIST").stream()
                .filter(process -> db.name().equals(process.get("db", String.class)))
                .anyMatch(process -> process.get("Time", Integer.class) >= LONGER_S
                        && String.valueOf(process.get("State")).contains("lock"));
    }
}
