package io.portolan.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date and grants the application's user what it may do, table by table. */
final class Migrations {
    private static final String SCRIPTS = "classpath:io/portolan/db/migration";

    private Migrations() {}

    static void run(String url, Login owner, String appUser) {
        DatabaseSettings.requireUrl(url);
        if (owner.user().equals(appUser)) {
            throw new IllegalArgumentException(
                    "the schema owner and the application must be different users: the owner could change the book");
        }
        requireConnection(url, owner);
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, owner.user(), owner.password())
                .locations(SCRIPTS)
                .placeholders(Map.of("app", "'" + new Login(appUser, "").user() + "'@'%'"))
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /** Before the tools do, so that the message says what to check. */
    static void requireConnection(String url, Login login) {
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password())) {
            connection.isValid(5);
        } catch (SQLException failure) {
            throw DatabaseUnavailable.of(url, login.user(), failure);
        }
    }
}
