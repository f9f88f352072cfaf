package io.portolan.db.testing;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.Login;
import io.portolan.domain.fx.Price;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A migrated database of its own on one of the servers, empty at first. Closing it drops it. */
public final class TestDatabase implements AutoCloseable {
    private static final int POOL_SIZE = 12;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final Map<TestServer, TestDatabase> SHARED = new EnumMap<>(TestServer.class);

    private final RunningServer server;
    private final String name;
    private final Database database;

    private TestDatabase(RunningServer server, String name, Database database) {
        this.server = server;
        this.name = name;
        this.database = database;
    }

    /** Skips the test, or fails it in CI, where the server cannot be had. */
    public static TestDatabase on(TestServer kind) {
        RunningServer server = RunningServer.of(kind);
        String name = "portolan_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        execute(server, "CREATE DATABASE " + name);
        Database.migrate(server.url() + name, server.owner(), server.app().user());
        Database database = Database.open(new DatabaseSettings(server.url() + name, server.app(), POOL_SIZE));
        return new TestDatabase(server, name, database);
    }

    /** The same one for all tests of a JVM that mind only what they added themselves. Not to be closed. */
    public static synchronized TestDatabase shared(TestServer kind) {
        TestDatabase shared = SHARED.get(kind);
        if (shared == null) {
            shared = on(kind);
            SHARED.put(kind, shared);
        }
        return shared;
    }

    /** Stores the payment with the merchant and the quote that it needs. */
    public Payment add(Payment payment) {
        addQuote(payment);
        database.payments().add(PaymentChange.none(payment));
        return payment;
    }

    /** Stores the merchant and the quote that the payment needs. */
    public void addQuote(Payment payment) {
        String keyHash = String.format("%64s", payment.merchant().value()).replace(' ', '0');
        database.merchants().addKey(payment.merchant(), keyHash);
        Price price = payment.price();
        database.quotes()
                .add(new Quote(
                        payment.order().quote(),
                        payment.merchant(),
                        price.source(),
                        price.fee(),
                        price.firmRate(),
                        payment.createdAt()));
    }

    /** The repositories, as the application's user. */
    public Database database() {
        return database;
    }

    public String url() {
        return server.url() + name;
    }

    public String name() {
        return name;
    }

    public Login owner() {
        return server.owner();
    }

    public Login app() {
        return server.app();
    }

    /** A connection of the schema's owner, for what the application may not do. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), owner().user(), owner().password());
    }

    @Override
    public void close() {
        database.close();
        execute(server, "DROP DATABASE " + name);
    }

    private static void execute(RunningServer server, String sql) {
        Login owner = server.owner();
        try (Connection connection = DriverManager.getConnection(server.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
