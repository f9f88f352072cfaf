package io.portolan.simulators.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One connection inside a transaction of the {@link Store}. Statements stay prepared, by their text, so the text is
 * always a constant. Enums are stored by name and instants as milliseconds.
 */
public final class Sql implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Changes rows and returns how many. */
    public int update(String text, Object... arguments) {
        try {
            return bound(text, arguments).executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailure(text, e);
        }
    }

    /** Inserts one row and returns its generated id. */
    public long insert(String text, Object... arguments) {
        update(text, arguments);
        return first("select last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    }

    public <T> List<T> all(String text, RowMapper<T> row, Object... arguments) {
        var found = new ArrayList<T>();
        try (var result = bound(text, arguments).executeQuery()) {
            while (result.next()) {
                found.add(row.map(result));
            }
        } catch (SQLException e) {
            throw new StoreFailure(text, e);
        }
        return found;
    }

    public <T> Optional<T> first(String text, RowMapper<T> row, Object... arguments) {
        return all(text, row, arguments).stream().findFirst();
    }

    /** The single number that a query such as a count or a sum returns. */
    public long number(String text, Object... arguments) {
        return first(text, row -> row.getLong(1), arguments).orElseThrow();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreFailure("close", e);
        }
    }

    private PreparedStatement bound(String text, Object... arguments) throws SQLException {
        var statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, column(arguments[i]));
        }
        return statement;
    }

    private static Object column(Object argument) {
        return switch (argument) {
            case Instant time -> time.toEpochMilli();
            case Enum<?> constant -> constant.name();
            default -> argument;
        };
    }
}
