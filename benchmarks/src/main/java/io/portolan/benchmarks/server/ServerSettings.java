package io.portolan.benchmarks.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings that decide about durability and memory, as the server reports them. */
public record ServerSettings(String version, Map<String, String> values) {
    private static final String FLUSH = "innodb_flush_log_at_trx_commit";
    private static final String BINARY_LOG = "log_bin";
    private static final String SYNC = "sync_binlog";
    private static final String DOUBLE_WRITE = "innodb_doublewrite";
    private static final String MEMORY = "innodb_buffer_pool_size";
    private static final List<String> NAMES = List.of(FLUSH, SYNC, DOUBLE_WRITE, BINARY_LOG, MEMORY);

    public ServerSettings {
        values = Map.copyOf(values);
    }

    /**
     * Reads them from the server.
     *
     * @throws ServerNotMeasurable if a confirmed commit could be lost in a power failure
     */
    public static ServerSettings of(Server server) throws ServerNotMeasurable {
        ServerSettings settings = readFrom(server);
        if (!settings.isDurable()) {
            throw new ServerNotMeasurable("it is not durable: " + settings);
        }
        return settings;
    }

    @Override
    public String toString() {
        String list = NAMES.stream()
                .map(name -> name + "=" + values.getOrDefault(name, "?"))
                .collect(Collectors.joining(" "));
        return version + ": " + list;
    }

    private boolean isDurable() {
        boolean isBinaryLogDurable = has(BINARY_LOG, "OFF") || has(SYNC, "1");
        return has(FLUSH, "1") && !has(DOUBLE_WRITE, "OFF") && isBinaryLogDurable;
    }

    private boolean has(String name, String value) {
        return value.equals(values.get(name));
    }

    private static ServerSettings readFrom(Server server) {
        String names = NAMES.stream().collect(Collectors.joining("','", "'", "'"));
        try (Connection connection = server.asOwner("");
                Statement statement = connection.createStatement()) {
            Map<String, String> values = new TreeMap<>();
            try (ResultSet rows =
                    statement.executeQuery("SHOW GLOBAL VARIABLES WHERE Variable_name IN (" + names + ")")) {
                while (rows.next()) {
                    values.put(rows.getString(1), rows.getString(2));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT version()")) {
                row.next();
                return new ServerSettings(server.name() + " " + row.getString(1), values);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(server.name() + ": settings could not be read", failure);
        }
    }
}
