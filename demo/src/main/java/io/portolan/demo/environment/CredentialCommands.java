package io.portolan.demo.environment;

import io.portolan.demo.environment.DemoCredentials.ConsoleLogin;
import io.portolan.demo.environment.DemoCredentials.Role;
import io.portolan.demo.processes.CommandRun;
import io.portolan.demo.processes.ProcessFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The commands that make the demo's log-ins, all running at once. */
record CredentialCommands(CommandRun apiKey, CommandRun viewer, CommandRun operator) {
    private static final String SHOP = "demo-shop";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Starts them; the database must be running. */
    static CredentialCommands start(AppCommands commands) throws ProcessFailed, IOException, InterruptedException {
        return new CredentialCommands(
                commands.startWithSettings("api-key", List.of(SHOP)),
                operator(commands, Role.VIEWER),
                operator(commands, Role.OPERATOR));
    }

    DemoCredentials await() throws ProcessFailed, InterruptedException {
        return new DemoCredentials(
                secret(apiKey),
                List.of(
                        new ConsoleLogin(name(Role.VIEWER), secret(viewer), Role.VIEWER),
                        new ConsoleLogin(name(Role.OPERATOR), secret(operator), Role.OPERATOR)));
    }

    private static CommandRun operator(AppCommands commands, Role role)
            throws ProcessFailed, IOException, InterruptedException {
        return commands.startWithSettings("operator", List.of(name(role), name(role)));
    }

    /** The operators of a demo are called what they are. */
    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The command shows it once, alone in a line. */
    private static String secret(CommandRun command) throws ProcessFailed, InterruptedException {
        return command.awaitAnswer(TIMEOUT).getLast();
    }
}
