package io.portolan.app.settings;

/** What a process of the app does. */
public enum Role {
    /** Answers shops and takes callbacks of banks. */
    API,
    /** Serves the console. */
    CONSOLE,
    /** Drives payments. */
    WORKER,
    /** Hands open payments to the engine again, and watches settlements and returns. */
    SCHEDULER
}
