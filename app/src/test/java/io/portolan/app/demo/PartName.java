package io.portolan.app.demo;

/** What can be killed in a {@link TestWorld}. */
public enum PartName {
    DATABASE("database (MariaDB)"),
    ENGINE("workflow engine (Temporal)"),
    SIMULATORS("simulators"),
    APP("app");

    private final String words;

    PartName(String words) {
        this.words = words;
    }

    /** As the demo names it. */
    String words() {
        return words;
    }
}
