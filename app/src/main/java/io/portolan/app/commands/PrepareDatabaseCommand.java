package io.portolan.app.commands;

import io.portolan.embedded.EmbeddedMariaDb;
import io.portolan.embedded.PreparedServer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * {@code prepare-database --binaries=DIR --data=DIR --port=N}: makes the embedded database ready for a supervisor that starts the server itself, such
 * as the demo, and writes as properties how it is started and who may use it.
 */
public final class PrepareDatabaseCommand {
    private PrepareDatabaseCommand() {}

    /** The exit code: 0, or 2 for wrong arguments. */
    public static int run(List<String> arguments) {
        Optional<String> binaries = value(arguments, "--binaries=");
        Optional<String> data = value(arguments, "--data=");
        Optional<String> port = value(arguments, "--port=").filter(number -> number.matches("[1-9][0-9]{0,4}"));
        if (arguments.size() != 3 || binaries.isEmpty() || data.isEmpty() || port.isEmpty()) {
            System.err.println("usage: portolan prepare-database --binaries=DIR --data=DIR --port=N");
            return 2;
        }
        PreparedServer server =
                EmbeddedMariaDb.prepare(Path.of(binaries.get()), Path.of(data.get()), Integer.parseInt(port.get()));
        System.out.print(format(server));
        return 0;
    }

    private static Optional<String> value(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }

    /** The arguments of the command are rows of one value. */
    private static String format(PreparedServer server) {
        Properties properties = new Properties();
        properties.setProperty("url", server.url());
        properties.setProperty("user", server.app().name());
        properties.setProperty("password", server.app().password());
        properties.setProperty("owner-user", server.owner().name());
        properties.setProperty("owner-password", server.owner().password());
        properties.setProperty("command", String.join("\n", server.command()));
        properties.setProperty("log", server.log().toString());
        properties.setProperty("lock", server.lock().toString());
        try {
            StringWriter text = new StringWriter();
            properties.store(text, null);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", impossible);
        }
    }
}
