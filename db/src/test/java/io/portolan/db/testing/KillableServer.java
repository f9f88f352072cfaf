package io.portolan.db.testing;

/** A durable server for one test, which kills it and starts it again on what it left. Closing it deletes its data. */
public interface KillableServer extends AutoCloseable {
    /** Its one database. */
    String DATABASE = "portolan";

    /** Not started yet. Skips the test, or fails it in CI, where the server cannot be had. */
    static KillableServer of(TestServer kind) {
        return switch (kind) {
            case MARIADB -> new KillableMariaDb();
            case MYSQL -> new KillableMySql();
        };
    }

    /** Returns once it takes connections, at another port than before. */
    RunningServer start();

    /** With SIGKILL: it writes nothing more. */
    void kill();

    @Override
    void close();
}
