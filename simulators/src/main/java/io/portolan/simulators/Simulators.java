package io.portolan.simulators;

import io.portolan.simulators.store.StoreFailure;
import java.util.List;

/** The process that simulates the banks and the dealer. It prints one line when it is ready and runs until stopped. */
public final class Simulators {

    private static final int FAILED = 1;
    private static final int INVALID_OPTIONS = 2;

    private Simulators() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            run(Options.parse(arguments));
        } catch (InvalidOption e) {
            System.err.println("simulators: " + e.reason());
            System.err.print(Options.USAGE);
            System.exit(INVALID_OPTIONS);
        } catch (StoreFailure | IllegalStateException e) {
            System.err.println("simulators: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(Options options) throws InvalidOption {
        var server = SimulatorServer.start(options, options.credentials());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        System.out.println("Simulators ready on http://127.0.0.1:" + server.port());
    }
}
