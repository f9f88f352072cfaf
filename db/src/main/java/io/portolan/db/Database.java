package io.portolan.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.portolan.db.audit.JooqBookAudit;
import io.portolan.db.breaks.JooqBreaks;
import io.portolan.db.decision.JooqDecisions;
import io.portolan.db.fx.JooqQuotes;
import io.portolan.db.intake.JooqIdempotency;
import io.portolan.db.intake.JooqMerchants;
import io.portolan.db.ledger.JooqJournal;
import io.portolan.db.ledger.history.BookHistory;
import io.portolan.db.ledger.history.PointInTimeBalances;
import io.portolan.db.operations.JooqAlerts;
import io.portolan.db.operations.JooqBankCalls;
import io.portolan.db.operations.JooqBookControl;
import io.portolan.db.operations.JooqOperators;
import io.portolan.db.operations.JooqRechecks;
import io.portolan.db.operations.JooqStatementCursors;
import io.portolan.db.payment.JooqPayments;
import io.portolan.db.transaction.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/**
 * The application's database: a pool of connections that all behave alike, and the repositories over it.
 *
 * <p>Every session is READ COMMITTED, strict, in UTC, and waits two seconds at most for a lock.
 */
public final class Database implements AutoCloseable {
    private static final String SESSION = "sql_mode='STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,"
            + "NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',"
            + "time_zone='+00:00',innodb_lock_wait_timeout=2";

    static {
        // Banners are not news.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final JooqJournal journal;

    private Database(HikariDataSource pool, SQLDialect dialect) {
        this.pool = pool;
        this.transactions = new Transactions(pool, dialect);
        this.journal = new JooqJournal(transactions, InstantSource.system());
    }

    /**
     * Brings the schema up to date as its owner, and grants the application's user what it needs. Safe to repeat, also from several processes.
     *
     * @throws DatabaseUnavailable if the owner cannot connect
     */
    public static void migrate(String url, Login owner, String appUser) {
        Migrations.run(url, owner, appUser);
    }

    /**
     * Opens the pool as the application's user.
     *
     * @throws DatabaseUnavailable if that user cannot connect
     */
    public static Database open(DatabaseSettings settings) {
        Migrations.requireConnection(settings.url(), settings.app());
        HikariDataSource pool = new HikariDataSource(configuration(settings));
        try {
            return new Database(pool, dialectOf(pool));
        } catch (SQLException failure) {
            pool.close();
            throw DatabaseUnavailable.of(settings.url(), settings.app().user(), failure);
        }
    }

    public JooqPayments payments() {
        return new JooqPayments(transactions, journal, breaks(), decisions());
    }

    public JooqJournal journal() {
        return journal;
    }

    public JooqBookControl bookControl() {
        return new JooqBookControl(journal, history());
    }

    public JooqBookAudit bookAudit() {
        return new JooqBookAudit(transactions);
    }

    /** The state of the book at any instant. */
    public BookHistory history() {
        return new BookHistory(transactions);
    }

    /** The balances of all accounts at an instant. */
    public PointInTimeBalances pointInTimeBalances() {
        return new PointInTimeBalances(transactions);
    }

    public JooqQuotes quotes() {
        return new JooqQuotes(transactions);
    }

    public JooqIdempotency idempotency() {
        return new JooqIdempotency(transactions);
    }

    public JooqMerchants merchants() {
        return new JooqMerchants(transactions);
    }

    public JooqBankCalls bankCalls() {
        return new JooqBankCalls(transactions);
    }

    public JooqDecisions decisions() {
        return new JooqDecisions(transactions);
    }

    public JooqBreaks breaks() {
        return new JooqBreaks(transactions);
    }

    public JooqAlerts alerts() {
        return new JooqAlerts(transactions);
    }

    public JooqStatementCursors statementCursors() {
        return new JooqStatementCursors(transactions);
    }

    public JooqRechecks rechecks() {
        return new JooqRechecks(transactions);
    }

    public JooqOperators operators() {
        return new JooqOperators(transactions);
    }

    /** What the repositories share; whoever works on one thread within {@code required} is in one transaction with them. */
    public Transactions transactions() {
        return transactions;
    }

    /** SQL that joins the thread's transaction. */
    public DSLContext sql() {
        return transactions.sql();
    }

    /** The pool itself, for health checks and metrics. */
    public DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariConfig configuration(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("portolan");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.app().user());
        config.setPassword(settings.app().password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(10_000);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("sessionVariables", SESSION);
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        config.addDataSourceProperty("characterEncoding", "UTF-8");
        config.addDataSourceProperty("connectionCollation", "utf8mb4_bin");
        config.addDataSourceProperty("connectTimeout", "5000");
        config.addDataSourceProperty("socketTimeout", "60000");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    private static SQLDialect dialectOf(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            row.next();
            return row.getString(1).contains("MariaDB") ? SQLDialect.MARIADB : SQLDialect.MYSQL;
        }
    }
}
