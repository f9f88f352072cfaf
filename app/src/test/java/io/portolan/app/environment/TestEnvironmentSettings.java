package io.portolan.app.environment;

import io.portolan.db.Login;
import io.portolan.demo.environment.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link TestEnvironment} is made of: without a {@code temporal} command Temporal in memory, without a database the embedded one.
 *
 * @param appSettings the app's, besides those of a demo
 */
public record TestEnvironmentSettings(
        String name, Optional<Path> temporal, Optional<RunningDatabase> database, Map<String, String> appSettings) {
    /** What was not executed can be said to be so within seconds. */
    public static final Map<String, String> SHORT_FENCE =
            Map.of("portolan.saga.sending-window", "5s", "portolan.saga.signature-window", "1s");

    /** A database that is running already. */
    public record RunningDatabase(String url, Login owner, Login app) {
        DatabaseAddress address() {
            return new DatabaseAddress(url, login(owner), login(app));
        }

        private static DatabaseAddress.Login login(Login login) {
            return new DatabaseAddress.Login(login.user(), login.password());
        }
    }
}
