package io.portolan.demo.environment;

import java.util.List;

/** Who may use the demo: a shop by its API key, and two people of the operations staff. All are new in every demo. */
public record DemoCredentials(String apiKey, List<ConsoleLogin> consoleLogins) {
    /** What somebody may do at the console. */
    public enum Role {
        /** May look at everything. */
        VIEWER,
        /** May act as well. */
        OPERATOR
    }

    public DemoCredentials {
        consoleLogins = List.copyOf(consoleLogins);
    }

    /** A console log-in with its password in clear, to be shown once. */
    public record ConsoleLogin(String name, String password, Role role) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "ConsoleLogin[" + name + ", " + role + "]";
        }
    }

    public ConsoleLogin consoleLogin(Role role) {
        return consoleLogins.stream()
                .filter(login -> login.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "DemoCredentials[" + consoleLogins + "]";
    }
}
