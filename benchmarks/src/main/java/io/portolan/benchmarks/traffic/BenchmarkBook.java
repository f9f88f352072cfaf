package io.portolan.benchmarks.traffic;

import io.portolan.benchmarks.server.Server;
import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.domain.ledger.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A migrated database of its own, used as the application uses its database, and dropped in the end. */
public final class BenchmarkBook implements AutoCloseable {
    private static final int CONNECTIONS = 3;
    private static final ConcurrentCallers MANY = new ConcurrentCallers(1_024);

    private final Server server;
    private final String name;
    private final Database database;

    private BenchmarkBook(Server server, String name, Database database) {
        this.server = server;
        this.name = name;
        this.database = database;
    }

    public static BenchmarkBook create(Server server, String title) throws SQLException {
        String name = "portolan_" + title;
        execute(server, "CREATE DATABASE " + name);
        Database.migrate(server.url(name), server.owner(), server.app().user());
        DatabaseSettings settings = new DatabaseSettings(server.url(name), server.app(), CONNECTIONS);
        return new BenchmarkBook(server, name, Database.open(settings));
    }

    public Database database() {
        return database;
    }

    /** A connection of the schema's owner. */
    public Connection asOwner() throws SQLException {
        return server.asOwner(name);
    }

    /** Posts from many concurrent callers, each of whom waits for their own entry. */
    public void post(List<JournalEntry> entries) throws Exception {
        MANY.forEach(entries, entry -> database.journal().post(List.of(entry)));
    }

    @Override
    public void close() throws SQLException {
        database.close();
        execute(server, "DROP DATABASE " + name);
    }

    private static void execute(Server server, String statement) throws SQLException {
        try (Connection connection = server.asOwner("");
                Statement ddl = connection.createStatement()) {
            ddl.execute(statement);
        }
    }
}
