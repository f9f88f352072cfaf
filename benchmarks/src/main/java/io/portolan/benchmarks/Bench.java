package io.portolan.benchmarks;

import io.portolan.benchmarks.engine.EngineBench;
import io.portolan.benchmarks.server.DataFolders;
import io.portolan.benchmarks.server.Machine;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.server.ServerKind;
import io.portolan.benchmarks.server.ServerNotMeasurable;
import io.portolan.benchmarks.server.ServerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures the ledger and prints what it found. Progress goes to standard error. */
public final class Bench {
    private static final int FAILED = 1;
    private static final int BAD_OPTIONS = 2;

    /** Referenced here, as a logger that nobody references forgets its level. */
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private final Options options;
    private final Sizes sizes;
    private final DataFolders home;
    private final Machine machine = Machine.here();

    private Bench(Options options, DataFolders home) {
        this.options = options;
        this.sizes = Sizes.of(options);
        this.home = home;
    }

    /** Ends with 0 if something was measured, whatever it was; with 1 if nothing was; with 2 if the arguments are invalid. */
    public static void main(String... arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            Options options = Options.parse(arguments);
            Path folder = Path.of(System.getenv().getOrDefault("PORTOLAN_HOME", ""))
                    .toAbsolutePath()
                    .resolve(".portolan");
            silenceLogs();
            DataFolders home = new DataFolders(folder, folder.resolve("mariadb"));
            System.exit(new Bench(options, home).run() ? 0 : FAILED);
        } catch (InvalidOptionException bad) {
            System.err.println("bench: " + bad.getMessage());
            System.err.print(Options.USAGE);
            System.exit(BAD_OPTIONS);
        }
    }

    /** Only the tables matter here: neither migrations nor a missing logger are news. */
    private static void silenceLogs() {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        MIGRATIONS.setLevel(Level.SEVERE);
    }

    private boolean run() throws Exception {
        System.out.println("Machine: " + machine);
        progress("measuring the engine alone");
        System.out.println("\n" + new EngineBench(sizes.forks(), sizes.iteration()).run());
        boolean isMeasured = false;
        for (ServerKind kind : options.servers()) {
            isMeasured |= measure(kind);
        }
        return isMeasured;
    }

    private boolean measure(ServerKind kind) throws Exception {
        progress("starting " + kind.title());
        try {
            Server server = kind.start(home, sizes.serverMemory(machine.memory()));
            Thread ending = Thread.ofPlatform().unstarted(server::close);
            Runtime.getRuntime().addShutdownHook(ending);
            try {
                measure(server);
            } finally {
                end(server, ending);
            }
            return true;
        } catch (ServerNotMeasurable reason) {
            System.out.println(kind.title() + " was not measured: " + reason.getMessage() + "\n");
            return false;
        }
    }

    private void measure(Server server) throws Exception {
        System.out.println(ServerSettings.of(server) + "\n");
        System.out.println(ServerRun.on(server, sizes, step -> progress(server.name() + ": " + step)));
    }

    private static void end(Server server, Thread ending) {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException interrupted) {
            // Ctrl-C: the hook already closes the server, and what fails because of that is not news.
            LockSupport.park();
        }
        server.close();
    }

    private static void progress(String step) {
        System.err.println("bench: " + step);
    }
}
