package io.portolan.app.demo;

/** What can be killed in a {@link TestEnvironment}. */
public enum DemoProcessName {
    DATABASE("database (MariaDB)"),
    TEMPORAL("workflow engine (Temporal)"),
    SIMULATORS("simulators"),
    APP("app");

    private final String label;

    DemoProcessName(String words) {
        this.label = words;
    }

    /** As the demo names it. */
    String label() {
        return label;
    }
}
