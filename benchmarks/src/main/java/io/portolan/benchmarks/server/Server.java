package io.portolan.benchmarks.server;

import io.portolan.db.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** A database server that was started to be measured, with its data on a disk. Closing it deletes them. */
public interface Server extends AutoCloseable {
    /** Such as {@code MariaDB}. */
    String name();

    /** Connector/J's URL of a database; without a name, of the server. */
    String url(String database);

    /** The user that may create and drop databases named {@code portolan…}. */
    Login owner();

    /** The user that the application is. */
    Login app();

    /** The server's process; empty where it cannot be seen from here. */
    Optional<ProcessHandle> process();

    /** A connection of the owner. */
    default Connection asOwner(String database) throws SQLException {
        return DriverManager.getConnection(url(database), owner().user(), owner().password());
    }

    /** Safe to repeat. */
    @Override
    void close();
}
