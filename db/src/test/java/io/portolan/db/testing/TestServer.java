package io.portolan.db.testing;

/** The servers that everything about the database is tested on. Each is started once per JVM, on first use, and ends with it. */
public enum TestServer {
    /** The embedded one, always there. */
    MARIADB,
    /** Version 9.7 in a container; where there is none, its tests are skipped, but fail if the environment says {@code CI=true}. */
    MYSQL
}
