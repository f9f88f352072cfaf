package io.portolan.db.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * At most one transaction per thread: whoever requests one while the thread has one joins it, and what is done through {@link #sql} is part of
 * it.
 *
 * <p>The outermost transaction is retried as a whole after a deadlock or a lock wait that took too long, so its work may run more than once. Within a
 * joined transaction nothing is retried, as the server has rolled back what came before.
 */
public final class Transactions {
    private static final int MAX_ATTEMPTS = 10;
    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private final DataSource pool;
    private final DSLContext sql;

    @SuppressWarnings("ThreadLocalUsage") // one for each database, and there are as many of these as databases
    private final ThreadLocal<@Nullable CurrentTransaction> current = new ThreadLocal<>();

    public Transactions(DataSource pool, SQLDialect dialect) {
        this.pool = pool;
        // Fetching the warnings of a broken connection would hide why it broke.
        Settings settings = new Settings().withFetchWarnings(false);
        this.sql = DSL.using(new ThreadConnections(), dialect, settings);
    }

    /** SQL in the thread's transaction, or else each statement for itself. */
    public DSLContext sql() {
        return sql;
    }

    /** Does the work in the thread's transaction, or else in a new one that commits unless the work throws. */
    public <T> T required(Supplier<T> work) {
        CurrentTransaction joined = current.get();
        if (joined != null) {
            return joined.join(work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return begin("", work);
            } catch (RuntimeException failure) {
                if (attempt == MAX_ATTEMPTS || !ServerError.isRetryable(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** As {@link #required}, for work without a result. */
    public void run(Runnable work) {
        required(() -> {
            work.run();
            return true;
        });
    }

    /** Does several reads of one moment, or reads in the thread's transaction if it has one. */
    public <T> T snapshot(Supplier<T> reads) {
        return current.get() != null ? reads.get() : begin(SNAPSHOT, reads);
    }

    /** Whether the thread has a transaction. */
    public boolean isActive() {
        return current.get() != null;
    }

    /** Runs the action once the thread's transaction is rolled back, outside of it; never if it is committed. */
    public void afterRollback(Runnable action) {
        Objects.requireNonNull(current.get(), "no transaction is active on this thread")
                .afterRollback
                .add(action);
    }

    private <T> T begin(String first, Supplier<T> work) {
        List<Runnable> afterRollback = new ArrayList<>();
        try {
            return begin(first, work, afterRollback);
        } finally {
            afterRollback.forEach(Runnable::run);
        }
    }

    private <T> T begin(String first, Supplier<T> work, List<Runnable> afterRollback) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            if (!first.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(first);
                }
            }
            return runAndCommit(connection, work, afterRollback);
        } catch (SQLException failure) {
            throw new DataAccessException("the transaction failed: " + failure.getMessage(), failure);
        }
    }

    private <T> T runAndCommit(Connection connection, Supplier<T> work, List<Runnable> afterRollback)
            throws SQLException {
        CurrentTransaction begun = new CurrentTransaction(connection);
        current.set(begun);
        try {
            T result = work.get();
            begun.requireNoFailure();
            connection.commit();
            return result;
        } catch (RuntimeException | Error | SQLException failure) {
            rollBack(connection, failure);
            afterRollback.addAll(begun.afterRollback);
            throw failure;
        } finally {
            current.remove();
        }
    }

    /** A connection that cannot even roll back is broken, and the server has rolled back the transaction; the first failure says more. */
    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** A transaction in progress. One in which a statement failed may have lost its beginning, so it must not be committed by mistake. */
    private static final class CurrentTransaction {
        private final Connection connection;
        private final List<Runnable> afterRollback = new ArrayList<>();
        private @Nullable DataAccessException firstFailure;

        CurrentTransaction(Connection connection) {
            this.connection = connection;
        }

        <T> T join(Supplier<T> work) {
            try {
                return work.get();
            } catch (DataAccessException failure) {
                firstFailure = failure;
                throw failure;
            }
        }

        void requireNoFailure() {
            if (firstFailure != null) {
                throw firstFailure;
            }
        }
    }

    /** Gives jOOQ the connection of the thread's transaction, or else one from the pool for one statement. */
    private final class ThreadConnections implements ConnectionProvider {
        @Override
        public Connection acquire() {
            CurrentTransaction joined = current.get();
            if (joined != null) {
                return joined.connection;
            }
            try {
                return pool.getConnection();
            } catch (SQLException failure) {
                throw new DataAccessException("no connection to the database: " + failure.getMessage(), failure);
            }
        }

        @Override
        public void release(Connection connection) {
            CurrentTransaction joined = current.get();
            if (joined != null && joined.connection.equals(connection)) {
                return;
            }
            try {
                connection.close();
            } catch (SQLException failure) {
                throw new DataAccessException("the connection could not be closed: " + failure.getMessage(), failure);
            }
        }
    }
}
