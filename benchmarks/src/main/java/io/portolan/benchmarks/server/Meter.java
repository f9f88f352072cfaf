package io.portolan.benchmarks.server;

import java.time.Duration;
import java.util.Optional;

/** Measures work on a server. */
public final class Meter {
    private final ProcessHandle client = ProcessHandle.current();
    private final Optional<ProcessHandle> server;

    public Meter(Server server) {
        this.server = server.process();
    }

    /** Work to be measured. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Does the work. What it throws is thrown. */
    public ResourceUsage measure(Work work) throws Exception {
        Duration clientBefore = cpu(client).orElse(Duration.ZERO);
        Optional<Duration> serverBefore = server.flatMap(Meter::cpu);
        long began = System.nanoTime();
        work.run();
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        Duration clientAfter = cpu(client).orElse(Duration.ZERO);
        Optional<Duration> serverAfter = server.flatMap(Meter::cpu);
        return new ResourceUsage(
                time,
                clientAfter.minus(clientBefore),
                serverBefore.flatMap(before -> serverAfter.map(after -> after.minus(before))));
    }

    private static Optional<Duration> cpu(ProcessHandle process) {
        return process.info().totalCpuDuration();
    }
}
