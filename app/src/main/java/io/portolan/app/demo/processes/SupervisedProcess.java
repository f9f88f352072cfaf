package io.portolan.app.demo.processes;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A part and its present process. */
final class SupervisedProcess {
    private final DemoProcess definition;
    private final RestartLimit restarts = new RestartLimit();
    private final AtomicReference<Optional<ProcessHandle>> process = new AtomicReference<>(Optional.empty());

    SupervisedProcess(DemoProcess part) {
        this.definition = part;
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
        process.get().ifPresent(present -> {
            var descendants = present.descendants().toList();
            definition.requestStop(present);
            Termination.awaitOrKill(present, grace);
            descendants.forEach(left -> Termination.terminate(left, grace));
        });
    }
}
