package io.portolan.embedded;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops a server cleanly, or else by force: its data survive both. */
final class ServerShutdown {
    private ServerShutdown() {}

    static void stop(ProcessHandle server, Duration timeout) {
        server.destroy();
        try {
            server.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException interrupted) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("waiting for process " + server.pid(), impossible);
        }
    }
}
