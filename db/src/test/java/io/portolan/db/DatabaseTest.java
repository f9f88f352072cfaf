package io.portolan.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import org.junit.jupiter.api.Test;

@OnBothServers
class DatabaseTest {
    private final TestServer server;

    DatabaseTest(TestServer server) {
        this.server = server;
    }

    @Test
    void opens() {
        try (TestDatabase db = TestDatabase.on(server)) {
            assertThat(db.database().journal().balances()).isEmpty();
        }
    }
}
