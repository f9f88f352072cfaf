package io.portolan.app.demo.processes;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A part and its present process. */
final class Watched {
    private final Part part;
    private final Restarts restarts = new Restarts();
    private final AtomicReference<Optional<ProcessHandle>> process = new AtomicReference<>(Optional.empty());

    Watched(Part part) {
        this.part = part;
    }

    Part part() {
        return part;
    }

    ProcessHandle start() throws IOException {
        ProcessHandle started = part.start();
        process.set(Optional.of(started));
        return started;
    }

    boolean isAlive() {
        return process.get().map(ProcessHandle::isAlive).orElse(false);
    }

    boolean mayRestart() {
        return restarts.tryOne(System.nanoTime());
    }

    /** Calls when the present process has ended; on a thread that may block. */
    void onExit(Consumer<Watched> then) {
        process.get().orElseThrow().onExit().thenAcceptAsync(_ -> then.accept(this), Thread::startVirtualThread);
    }

    void end(Duration grace) {
        process.get().ifPresent(present -> {
            var descendants = present.descendants().toList();
            part.askToEnd(present);
            Ending.await(present, grace);
            descendants.forEach(left -> Ending.of(left, grace));
        });
    }
}
