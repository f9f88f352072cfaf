package io.portolan.app.environment;

/** What can be killed in a {@link TestEnvironment}. */
public enum DemoProcessName {
    DATABASE("database (MariaDB)"),
    TEMPORAL("Temporal"),
    SIMULATORS("simulators"),
    APP("app");

    private final String label;

    DemoProcessName(String label) {
        this.label = label;
    }

    /** As the demo names it. */
    String label() {
        return label;
    }
}
