package io.portolan.app.demo;

import io.portolan.db.Login;
import io.portolan.db.embedded.EmbeddedMariaDb;

/** Where a database is, who migrates it, and who the app is there. */
record DatabaseAddress(String url, Login owner, Login app) {
    static DatabaseAddress of(EmbeddedMariaDb server) {
        return new DatabaseAddress(server.url(), server.owner(), server.app());
    }
}
