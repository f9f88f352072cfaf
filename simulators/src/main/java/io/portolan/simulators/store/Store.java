package io.portolan.simulators.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The SQLite file for all state. What {@link #write} returned is on disk, whatever happens to the process afterwards; a
 * write that did not return may or may not be there, but never half of it.
 */
public final class Store implements AutoCloseable {

    private static final int READERS = 4;

    private final BlockingQueue<Sql> readers = new LinkedBlockingQueue<>();
    private final StoreWriter writer;

    private Store(Path file) {
        var connection = connect(file);
        createTables(connection);
        writer = new StoreWriter(connection);
        for (int i = 0; i < READERS; i++) {
            var reader = connect(file);
            reader.update("pragma query_only = on");
            readers.add(reader);
        }
        writer.start();
    }

    /** Opens the file, or creates it if missing. */
    public static Store open(Path file) {
        return new Store(file);
    }

    /** Runs the body in a transaction, isolated and durable. A body that throws leaves nothing behind. */
    public <T> T write(TransactionBody<T> body) {
        try {
            return submit(body).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** As {@link #write}, without waiting: the future completes when the changes are on disk. */
    public <T> CompletableFuture<T> submit(TransactionBody<T> body) {
        return writer.submit(body);
    }

    /** Reads a consistent snapshot of everything that was acknowledged so far. */
    public <T> T read(TransactionBody<T> body) {
        var reader = takeReader();
        try {
            reader.update("begin");
            return body.run(reader);
        } finally {
            reader.update("rollback");
            readers.add(reader);
        }
    }

    @Override
    public void close() {
        writer.close();
        var open = new ArrayList<Sql>();
        for (int i = 0; i < READERS; i++) {
            open.add(takeReader());
        }
        open.forEach(Sql::close);
    }

    private Sql takeReader() {
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("interrupted", e);
        }
    }

    private static Sql connect(Path file) {
        try {
            var sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            sql.first("pragma busy_timeout = 10000", row -> row.getInt(1));
            sql.first("pragma journal_mode = wal", row -> row.getString(1));
            sql.update("pragma synchronous = full");
            return sql;
        } catch (SQLException e) {
            throw new StoreFailure("cannot open " + file, e);
        }
    }

    private static void createTables(Sql sql) {
        for (String statement : schema()) {
            sql.update(statement);
        }
    }

    private static List<String> schema() {
        try (var resource = Store.class.getResourceAsStream("schema.sql")) {
            if (resource == null) {
                throw new IllegalStateException("schema.sql is not in the jar");
            }
            return List.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(";\\s*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
