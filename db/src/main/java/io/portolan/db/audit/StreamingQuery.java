package io.portolan.db.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Reads any number of rows in little memory: they are consumed on a second thread while the next ones arrive. */
final class StreamingQuery {
    private static final int ROWS_PER_BATCH = 1_000;

    private final DSLContext sql;

    StreamingQuery(DSLContext sql) {
        this.sql = sql;
    }

    <T> void forEach(Consumer<T> consumer, Row.Mapper<T> mapping, String query, Object... parameters) {
        sql.connection(connection -> {
            try (PreparedStatement statement = prepare(connection, query, parameters);
                    ResultSet result = statement.executeQuery()) {
                consumeInBackground(result, mapping, consumer);
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String query, Object... parameters)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(query, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        // This value makes the driver stream the rows instead of reading all of them first.
        statement.setFetchSize(Integer.MIN_VALUE);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static <T> void consumeInBackground(ResultSet result, Row.Mapper<T> mapping, Consumer<T> consumer)
            throws SQLException {
        Row row = new Row(result);
        try (ExecutorService consuming = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Void> earlier = CompletableFuture.completedFuture(null);
            List<T> rows = new ArrayList<>(ROWS_PER_BATCH);
            while (result.next()) {
                rows.add(mapping.map(row));
                if (rows.size() == ROWS_PER_BATCH) {
                    List<T> full = rows;
                    await(earlier);
                    earlier = CompletableFuture.runAsync(() -> full.forEach(consumer), consuming);
                    rows = new ArrayList<>(ROWS_PER_BATCH);
                }
            }
            await(earlier);
            rows.forEach(consumer);
        }
    }

    private static void await(CompletableFuture<Void> consumed) {
        try {
            consumed.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
