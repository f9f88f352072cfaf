package io.portolan.demo.environment;

import java.util.List;

/** Who may use the demo: a shop by its API key, and three people of the operations staff. All are new in every demo. */
public record DemoCredentials(String apiKey, List<ConsoleLogin> consoleLogins) {
    /** What somebody does at the console. */
    public enum Role {
        /** May look at everything. */
        VIEWER("viewer"),
        /** May act as well. */
        OPERATOR("operator"),
        /** May do the same: evidence and corrected payees need the word of two people. */
        CHECKER("operator");

        private final String rights;

        Role(String rights) {
            this.rights = rights;
        }

        /** Which of the app's two kinds of log-in it is. */
        String rights() {
            return rights;
        }
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
