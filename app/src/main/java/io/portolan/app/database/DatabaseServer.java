package io.portolan.app.database;

import io.portolan.app.settings.Settings;
import io.portolan.db.Login;
import io.portolan.embedded.DatabaseUser;
import io.portolan.embedded.EmbeddedMariaDb;
import java.nio.file.Path;

/** Where the database is and who we are there; what was started for it ends with it. */
record DatabaseServer(String url, Login owner, Login app, Runnable stop) implements AutoCloseable {
    /** A server of the configuration, which is not ours to stop. */
    static DatabaseServer remote(Settings settings) {
        Settings.Database database = settings.database();
        return new DatabaseServer(
                database.url(),
                new Login(database.ownerUser(), database.ownerPassword()),
                new Login(database.user(), database.password()),
                () -> {});
    }

    /** A MariaDB in the data folder, with log-ins of its own. */
    static DatabaseServer embedded(Settings settings) {
        Path data = settings.data();
        EmbeddedMariaDb server = EmbeddedMariaDb.start(data.resolve("mariadb-binaries"), data.resolve("mariadb"), 0);
        return new DatabaseServer(server.url(), loginOf(server.owner()), loginOf(server.app()), server::close);
    }

    private static Login loginOf(DatabaseUser user) {
        return new Login(user.name(), user.password());
    }

    @Override
    public void close() {
        stop.run();
    }
}
