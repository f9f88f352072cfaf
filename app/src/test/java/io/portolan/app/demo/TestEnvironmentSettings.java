package io.portolan.app.demo;

import io.portolan.db.Login;
import java.nio.file.Path;
import java.util.Optional;

/** What a {@link TestEnvironment} is made of: without a {@code temporal} command the engine in memory, without a database the embedded one. */
public record TestEnvironmentSettings(String name, Optional<Path> temporal, Optional<RunningDatabase> database) {
    /** A database that runs already. */
    public record RunningDatabase(String url, Login owner, Login app) {
        DatabaseAddress address() {
            return new DatabaseAddress(url, owner, app);
        }
    }
}
