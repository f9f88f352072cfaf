package io.portolan.db;

import java.sql.SQLException;

/** The database cannot be used as configured; the message says what to check. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int NO_RIGHTS_TO_DATABASE = 1044;
    private static final int WRONG_PASSWORD = 1045;
    private static final int NO_SUCH_DATABASE = 1049;

    private DatabaseUnavailable(String message, SQLException cause) {
        super(message, cause);
    }

    static DatabaseUnavailable of(String url, String user, SQLException cause) {
        String where = url.replaceFirst("\\?.*", "");
        return new DatabaseUnavailable(
                switch (cause.getErrorCode()) {
                    case WRONG_PASSWORD ->
                        "%s rejects user %s: check the user name and password".formatted(where, user);
                    case NO_RIGHTS_TO_DATABASE ->
                        "user %s has no rights at %s: check its grants".formatted(user, where);
                    case NO_SUCH_DATABASE ->
                        "database %s does not exist: check the name in the URL, or create it".formatted(where);
                    default -> otherwise(where, cause);
                },
                cause);
    }

    private static String otherwise(String where, SQLException cause) {
        String state = cause.getSQLState();
        return state != null && state.startsWith("08")
                ? "no server answers at %s: check the host and port, and that MySQL or MariaDB is running"
                        .formatted(where)
                : "%s cannot be used: %s".formatted(where, cause.getMessage());
    }
}
