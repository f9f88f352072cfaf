package io.portolan.demo.environment;

import io.portolan.demo.environment.DatabaseAddress.Login;
import io.portolan.demo.processes.CommandProcess;
import io.portolan.demo.processes.DemoProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** The embedded database as the app has prepared it: it only has to be started, on the port that was chosen then. */
record PreparedDatabase(DatabaseAddress address, List<String> command, Path log, Path lock) {
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(2);
    private static final int GREETING_TIMEOUT_MILLIS = 2_000;

    /** @param answer the properties that the app's command {@code prepare-database} writes */
    static PreparedDatabase parse(List<String> answer) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(String.join("\n", answer)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", impossible);
        }
        DatabaseAddress address = new DatabaseAddress(
                value(properties, "url"),
                new Login(value(properties, "owner-user"), value(properties, "owner-password")),
                new Login(value(properties, "user"), value(properties, "password")));
        return new PreparedDatabase(
                address,
                value(properties, "command").lines().toList(),
                Path.of(value(properties, "log")),
                Path.of(value(properties, "lock")));
    }

    DemoProcess process(int port) {
        return new CommandProcess("database (MariaDB)", command, log, READY_TIMEOUT, () -> isGreeting(port));
    }

    /** A server that is starting takes connections before it greets them. */
    private static boolean isGreeting(int port) {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(GREETING_TIMEOUT_MILLIS);
            InputStream greeting = connection.getInputStream();
            return greeting.read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String value(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("the prepared database has no " + name);
        }
        return value;
    }
}
