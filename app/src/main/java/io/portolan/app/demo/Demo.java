package io.portolan.app.demo;

import io.portolan.app.demo.DemoOptions.WrongUsage;
import io.portolan.app.demo.orders.DemoOrder;
import io.portolan.app.demo.orders.OrderFile;
import io.portolan.app.demo.orders.OrderFileRejected;
import io.portolan.app.demo.processes.ProcessFailed;
import io.portolan.app.demo.processes.Supervisor;
import io.portolan.app.demo.shop.OrderRun;
import io.portolan.app.demo.shop.Report;
import io.portolan.app.demo.shop.Screen;
import io.portolan.app.demo.shop.Shop;
import io.portolan.app.demo.shop.ShopFailed;
import io.portolan.db.DatabaseUnavailable;
import io.portolan.operations.reconciliation.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** {@code demo}: starts everything on this machine, sends orders from a file, shows how they end, and ends everything again. */
public final class Demo {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(90);

    private final DemoOptions options;
    private final Installation installation;
    private final List<DemoOrder> orders;
    private final Screen screen = Screen.of(System.out);

    private Demo(DemoOptions options, Installation installation, List<DemoOrder> orders) {
        this.options = options;
        this.installation = installation;
        this.orders = orders;
    }

    /**
     * Runs until it is done, or until Ctrl-C.
     *
     * @return the exit code: 0 if all is well, 1 if not, 2 for wrong words
     */
    public static int run(List<String> arguments) {
        try {
            DemoOptions options = DemoOptions.parse(arguments);
            Installation installation = Installation.ofEnvironment();
            // Before anything is started: a wrong file is told at once.
            List<DemoOrder> orders = OrderFile.read(options.orders().orElse(installation.sampleOrders()));
            installation.requireJars();
            return new Demo(options, installation, orders).run() ? 0 : 1;
        } catch (WrongUsage wrong) {
            System.err.println("portolan demo: " + wrong.getMessage() + System.lineSeparator() + DemoOptions.USAGE);
            return 2;
        } catch (OrderFileRejected rejected) {
            System.err.println("portolan demo: nothing was sent, as the order file has errors:");
            rejected.errors().forEach(error -> System.err.println("  " + error));
            return 1;
        } catch (DemoFailed | ProcessFailed | ShopFailed | DatabaseUnavailable | IOException failed) {
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
                    DemoEnvironment world = new DemoEnvironment(installation, folder, supervisor, screen)) {
                screen.say("Starting on this machine; logs are in " + folder.resolve("logs"));
                try (DemoEnvironment.Connections running = world.start(temporal)) {
                    return runOrders(running, supervisor);
                }
            }
        }
    }

    private void prepare(DemoFolder folder) throws IOException {
        List<String> ended = folder.endLeftovers();
        if (!ended.isEmpty()) {
            screen.say("Ended what a killed demo had left running: " + String.join(", ", ended));
        }
        if (!options.keepsData()) {
            folder.wipe();
        }
        DemoLog.redirectTo(folder.log("demo"));
    }

    private boolean runOrders(DemoEnvironment.Connections running, Supervisor supervisor)
            throws DemoFailed, ProcessFailed, ShopFailed, OrderFileRejected, InterruptedException {
        DemoCredentials access = DemoCredentials.createIn(running.database());
        try (Shop shop = new Shop(running.app(), access.apiKey().value(), Instant.now())) {
            shop.requireCorridors(orders);
            screen.say("Sending %d orders".formatted(orders.size()));
            Report report = new OrderRun(shop, screen, supervisor.failure()).run(orders, STALL_TIMEOUT);
            screen.finish();
            report.text().forEach(screen::say);
            boolean balanced = reportBooks(DemoBooksCheck.awaitBalanced(running));
            if (options.exitsAtEnd()) {
                return report.isAsExpected() && balanced;
            }
            new DemoAddresses(running, access).format().forEach(screen::say);
            supervisor.failure().get();
            return true;
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof ProcessFailed part) {
                throw part;
            }
            throw new DemoFailed("the demo was broken off: " + broken.getCause(), broken);
        }
    }

    private boolean reportBooks(List<Difference> differences) {
        screen.say(
                differences.isEmpty()
                        ? "The books balance: every currency sums to zero, every account's lines chain, every bank's statement agrees."
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
                    throw new DemoFailed("there is no temporal command; install it, or leave out --engine temporal");
                }
                yield command;
            }
            case SERVER_IF_AVAILABLE -> {
                if (command.isEmpty()) {
                    screen.say(
                            "There is no temporal command: the workflow engine is the one IN MEMORY inside the app.");
                }
                yield command;
            }
        };
    }

    private void shutDown(Supervisor supervisor) {
        if (!supervisor.isClosed()) {
            screen.finish();
            screen.say("Ending every process");
            supervisor.close();
        }
    }
}
