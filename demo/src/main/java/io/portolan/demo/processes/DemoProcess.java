package io.portolan.demo.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process that the demo needs. It can be restarted on the same port and files, and finds there what it left. */
public interface DemoProcess {
    /** For people, such as {@code simulators}. */
    String name();

    /** Starts it, and does not wait until it is ready. */
    ProcessHandle start() throws IOException;

    /** Whether it does its work by now. Asked again and again; answers soon. */
    boolean isReady();

    /** How long it may take to become ready. */
    Duration readyTimeout();

    /** Where it writes what it does. */
    Path log();
}
