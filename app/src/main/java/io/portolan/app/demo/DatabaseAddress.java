package io.portolan.app.demo;

import io.portolan.db.Login;
import io.portolan.embedded.DatabaseUser;
import io.portolan.embedded.EmbeddedMariaDb;

/** Where a database is, who migrates it, and who the app is there. */
record DatabaseAddress(String url, Login owner, Login app) {
    static DatabaseAddress of(EmbeddedMariaDb server) {
        return new DatabaseAddress(server.url(), loginOf(server.owner()), loginOf(server.app()));
    }

    private static Login loginOf(DatabaseUser user) {
        return new Login(user.name(), user.password());
    }
}
