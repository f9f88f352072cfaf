package io.portolan.demo.processes;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What is kept running, and the process in which it runs at present. */
final class SupervisedProcess {
    private final DemoProcess definition;
    private final RestartLimit restarts = new RestartLimit();
    private final AtomicReference<Optional<ProcessHandle>> process = new AtomicReference<>(Optional.empty());

    SupervisedProcess(DemoProcess definition) {
        this.definition = definition;
    }

    DemoProcess definition() {
        return definition;
    }

    ProcessHandle start() throws IOException {
        ProcessHandle started = definition.start();
        process.set(Optional.of(started));
        return started;
    }

    boolean isAlive() {
        return process.get().map(ProcessHandle::isAlive).orElse(false);
    }

    boolean recordRestartIfAllowed() {
        return restarts.recordIfAllowed(System.nanoTime());
    }

    /** Calls when the present process has ended; on a thread that may block. */
    void onExit(Consumer<SupervisedProcess> then) {
        process.get().orElseThrow().onExit().thenAcceptAsync(_ -> then.accept(this), Thread::startVirtualThread);
    }

    void terminate(Duration grace) {
        process.get().ifPresent(present -> Termination.terminate(present, grace));
    }
}
