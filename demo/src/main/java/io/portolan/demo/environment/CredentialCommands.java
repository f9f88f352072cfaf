package io.portolan.demo.environment;

import io.portolan.demo.environment.DemoCredentials.ConsoleLogin;
import io.portolan.demo.environment.DemoCredentials.Role;
import io.portolan.demo.processes.CommandRun;
import io.portolan.demo.processes.ProcessFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The commands that make the demo's log-ins, all running at once. */
record CredentialCommands(CommandRun apiKey, Map<Role, CommandRun> operators) {
    private static final String SHOP = "demo-shop";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Starts them; the database must be running. */
    static CredentialCommands start(AppCommands commands) throws ProcessFailed, IOException, InterruptedException {
        CommandRun apiKey = commands.startWithSettings("api-key", List.of(SHOP));
        Map<Role, CommandRun> operators = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            operators.put(role, commands.startWithSettings("operator", List.of(name(role), role.rights())));
        }
        return new CredentialCommands(apiKey, operators);
    }

    DemoCredentials await() throws ProcessFailed, InterruptedException {
        List<ConsoleLogin> logins = new ArrayList<>();
        for (Map.Entry<Role, CommandRun> operator : operators.entrySet()) {
            Role role = operator.getKey();
            logins.add(new ConsoleLogin(name(role), secret(operator.getValue()), role));
        }
        return new DemoCredentials(secret(apiKey), logins);
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
