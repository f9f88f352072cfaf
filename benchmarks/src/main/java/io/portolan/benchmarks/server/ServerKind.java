package io.portolan.benchmarks.server;

/** The servers that the ledger is measured on. */
public enum ServerKind {
    /** The embedded one, always there. */
    MARIADB,
    /** Version 9.7 in a container, if Docker and its image are there. */
    MYSQL;

    /**
     * Starts a server of its own, with empty data on a disk and durable commits.
     *
     * @param memory bytes of its buffer pool, which should hold all data that are read
     */
    public Server start(DataFolders home, long memory) throws ServerNotMeasurable {
        return switch (this) {
            case MARIADB -> MariaDb.start(home, memory);
            case MYSQL -> MySql.start(memory);
        };
    }

    /** Its name on the command line and in the tables. */
    public String title() {
        return switch (this) {
            case MARIADB -> "MariaDB";
            case MYSQL -> "MySQL";
        };
    }
}
