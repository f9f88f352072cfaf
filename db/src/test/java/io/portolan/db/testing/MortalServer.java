package io.portolan.db.testing;

import io.portolan.db.Login;

/** A durable server for one test, which kills it and starts it again on what it left. Closing it deletes its data. */
public interface MortalServer extends AutoCloseable {
    /** Not started yet. Skips the test, or fails it in CI, where the server cannot be had. */
    static MortalServer of(TestServer kind) {
        return switch (kind) {
            case MARIADB -> new MortalMariaDb();
            case MYSQL -> new MortalMySql();
        };
    }

    /** Returns once it takes connections, at another port than before. */
    void start();

    /** With SIGKILL: it writes nothing more. */
    void kill();

    /** Of its one database. */
    String url();

    /** Who migrates. */
    Login owner();

    /** Who the application is. */
    Login app();

    @Override
    void close();
}
