package io.portolan.db.transaction;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a statement failed, by the error numbers that MySQL and MariaDB share. */
public final class ServerError {
    private static final int DUPLICATE_KEY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final Set<Integer> CHECK_VIOLATED = Set.of(3819, 4025);

    private ServerError() {}

    /** A row with this unique key is there. Only the statement was rolled back. */
    public static boolean isDuplicateKey(Throwable failure) {
        return hasNumber(failure, DUPLICATE_KEY);
    }

    /** The row with this unique key is there: the key's name is in the server's message. */
    public static boolean isDuplicateOf(Throwable failure, String uniqueKey) {
        return find(failure)
                .filter(error -> error.getErrorCode() == DUPLICATE_KEY
                        && String.valueOf(error.getMessage()).contains(uniqueKey))
                .isPresent();
    }

    /** The row does not fit the check constraint with this name: the one error that MySQL and MariaDB number differently. */
    public static boolean isViolationOf(Throwable failure, String checkConstraint) {
        return find(failure)
                .filter(error -> CHECK_VIOLATED.contains(error.getErrorCode())
                        && String.valueOf(error.getMessage()).contains(checkConstraint))
                .isPresent();
    }

    /** Another transaction kept a lock for too long. Only the statement was rolled back. */
    public static boolean isLockWaitTimeout(Throwable failure) {
        return hasNumber(failure, LOCK_WAIT_TIMEOUT);
    }

    /** The server cannot be reached, or the connection broke: the next statement fails as well. SQL:2023 calls it class 08. */
    public static boolean isConnectionFailure(Throwable failure) {
        return find(failure).filter(ServerError::isOfConnection).isPresent();
    }

    /** The transaction fell victim to others, and may be retried as a whole. */
    static boolean isRetryable(Throwable failure) {
        return hasNumber(failure, DEADLOCK) || hasNumber(failure, LOCK_WAIT_TIMEOUT);
    }

    private static boolean isOfConnection(SQLException error) {
        return error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException
                || String.valueOf(error.getSQLState()).startsWith("08");
    }

    private static boolean hasNumber(Throwable failure, int number) {
        return find(failure).filter(error -> error.getErrorCode() == number).isPresent();
    }

    private static Optional<SQLException> find(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }
}
