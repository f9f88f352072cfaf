package io.portolan.demo;

import io.portolan.demo.DemoOptions.WrongUsage;
import io.portolan.demo.environment.DemoEnvironment;
import io.portolan.demo.environment.DemoEnvironment.Connections;
import io.portolan.demo.environment.DemoFailed;
import io.portolan.demo.environment.DemoFolder;
import io.portolan.demo.environment.Installation;
import io.portolan.demo.orders.DemoOrder;
import io.portolan.demo.orders.OrderFile;
import io.portolan.demo.orders.OrderFileRejected;
import io.portolan.demo.processes.ProcessFailed;
import io.portolan.demo.processes.Supervisor;
import io.portolan.demo.screen.Report;
import io.portolan.demo.screen.Screen;
import io.portolan.demo.shop.Shop;
import io.portolan.demo.shop.ShopFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** The demo's main program: starts everything on this machine, sends orders from a file, shows how they end, and ends everything again. */
public final class Demo {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(90);

    private final DemoOptions options;
    private final Installation installation;
    private final List<DemoOrder> orders;
    private final Map<String, String> settings;
    private final Screen screen = Screen.of(System.out);

    private Demo(DemoOptions options, Installation installation, List<DemoOrder> orders, Map<String, String> settings) {
        this.options = options;
        this.installation = installation;
        this.orders = orders;
        this.settings = settings;
    }

    /** Runs until it is done, or until Ctrl-C. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    /** The exit code: 0 if all is well, 1 if not, 2 for wrong arguments. */
    static int run(List<String> arguments) {
        try {
            DemoOptions options = DemoOptions.parse(arguments);
            Installation installation = Installation.ofEnvironment();
            // Before anything is started: the errors of a wrong file are shown at once.
            List<DemoOrder> orders = OrderFile.read(options.orders().orElse(installation.sampleOrders()));
            Map<String, String> settings = options.settings().isPresent()
                    ? SettingsFile.read(options.settings().get())
                    : Map.of();
            installation.requireJars();
            return new Demo(options, installation, orders, settings).run() ? 0 : 1;
        } catch (WrongUsage wrong) {
            System.err.println("portolan demo: " + wrong.getMessage() + System.lineSeparator() + DemoOptions.USAGE);
            return 2;
        } catch (OrderFileRejected rejected) {
            System.err.println("portolan demo: nothing was sent: the order file has errors:");
            rejected.errors().forEach(error -> System.err.println("  " + error));
            return 1;
        } catch (DemoFailed | ProcessFailed | ShopFailed | IOException failed) {
            System.err.println("portolan demo: " + failed.getMessage());
            return 1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private boolean run()
            throws DemoFailed, ProcessFailed, ShopFailed, OrderFileRejected, IOException, InterruptedException {
        Optional<Path> temporal = temporal();
        try (DemoFolder folder = DemoFolder.acquire(installation.demoFolder())) {
            prepare(folder);
            var supervisor = new Supervisor(folder.processes(), GRACE, screen::say);
            Thread atTheEnd = new Thread(() -> shutDown(supervisor));
            Runtime.getRuntime().addShutdownHook(atTheEnd);
            try (supervisor;
                    DemoEnvironment environment =
                            new DemoEnvironment(installation, folder, supervisor, screen::say, settings)) {
                screen.say("Starting on this machine; logs are in " + folder.resolve("logs"));
                return runOrders(environment, environment.start(temporal), supervisor);
            }
        }
    }

    private void prepare(DemoFolder folder) throws IOException {
        List<String> ended = folder.endLeftovers();
        if (!ended.isEmpty()) {
            screen.say("Stopped processes left over from an earlier demo: " + String.join(", ", ended));
        }
        if (!options.keepsData()) {
            folder.wipe();
        }
    }

    private boolean runOrders(DemoEnvironment environment, Connections connections, Supervisor supervisor)
            throws DemoFailed, ProcessFailed, ShopFailed, OrderFileRejected, IOException, InterruptedException {
        String apiKey = connections.credentials().apiKey();
        try (Shop shop = new Shop(connections.app(), apiKey, Instant.now())) {
            shop.requireCorridors(orders);
            screen.say("Sending %d orders".formatted(orders.size()));
            Report report = new OrderRun(shop, screen, supervisor.failure()).run(orders, STALL_TIMEOUT);
            screen.finish();
            report.text().forEach(screen::say);
            boolean isBalanced = reportBooks(environment.findBookDifferences());
            if (options.exitsAtEnd()) {
                return report.isAsExpected() && isBalanced;
            }
            new DemoAddresses(connections).format().forEach(screen::say);
            supervisor.failure().get();
            return true;
        } catch (ExecutionException aborted) {
            if (aborted.getCause() instanceof ProcessFailed process) {
                throw process;
            }
            throw new DemoFailed("the demo was aborted: " + aborted.getCause(), aborted);
        }
    }

    private boolean reportBooks(List<String> differences) {
        screen.say(
                differences.isEmpty()
                        ? "The books balance: every currency sums to zero, and every bank's statement agrees."
                        : "The books do NOT balance:");
        differences.forEach(difference -> screen.say("  " + difference));
        return differences.isEmpty();
    }

    private Optional<Path> temporal() throws DemoFailed {
        Optional<Path> command = installation.temporal();
        return switch (options.workflowService()) {
            case IN_MEMORY -> Optional.empty();
            case SERVER -> {
                if (command.isEmpty()) {
                    throw new DemoFailed("there is no temporal command; install it, or leave out --temporal server");
                }
                yield command;
            }
            case SERVER_IF_AVAILABLE -> {
                if (command.isEmpty()) {
                    screen.say("The temporal command was not found; Temporal runs IN MEMORY inside the app.");
                }
                yield command;
            }
        };
    }

    private void shutDown(Supervisor supervisor) {
        if (!supervisor.isClosed()) {
            screen.finish();
            screen.say("Stopping all processes");
            supervisor.close();
        }
    }
}
