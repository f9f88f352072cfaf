package io.portolan.app.settings;

/** What a process of the app does. */
public enum Role {
    /** Answers shops and takes callbacks of banks. */
    API,
    /** Serves the console. */
    CONSOLE,
    /** Runs the payment workflows. */
    WORKER,
    /** Starts open payments whose workflow is missing, and checks settlements and returns. */
    OPERATIONS
}
