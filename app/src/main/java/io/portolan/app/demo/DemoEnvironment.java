package io.portolan.app.demo;

import io.portolan.app.demo.processes.CommandProcess;
import io.portolan.app.demo.processes.DemoProcess;
import io.portolan.app.demo.processes.ProcessFailed;
import io.portolan.app.demo.processes.Supervisor;
import io.portolan.app.demo.shop.Screen;
import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that runs in a demo: database, workflow engine, simulators and app, on ports of this machine alone. */
final class DemoEnvironment implements AutoCloseable {
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(2);
    private static final int POOL_SIZE = 3;
    private static final String LOOPBACK = "http://127.0.0.1:";

    private final Installation installation;
    private final DemoFolder folder;
    private final Supervisor supervisor;
    private final Screen screen;
    private final Ports ports;
    private final OwnFunds funds = OwnFunds.forDemo();
    private final HealthProbe healthProbe = new HealthProbe();

    DemoEnvironment(Installation installation, DemoFolder folder, Supervisor supervisor, Screen screen)
            throws IOException {
        this.installation = installation;
        this.folder = folder;
        this.supervisor = supervisor;
        this.screen = screen;
        this.ports = Ports.free();
    }

    /** Starts all, each when what it needs is ready; with the Temporal server if there is a command for it. */
    Connections start(Optional<Path> temporal) throws DemoFailed, ProcessFailed, IOException, InterruptedException {
        return start(startDatabase(), temporal);
    }

    /** The same on a database that runs already, and that is not ours to end. */
    Connections start(DatabaseAddress address, Optional<Path> temporal)
            throws DemoFailed, ProcessFailed, IOException, InterruptedException {
        var banks = new BankAccess(URI.create(LOOPBACK + ports.simulators()), installation.developmentKeys());
        Database.migrate(address.url(), address.owner(), address.app().user());
        Database database = Database.open(new DatabaseSettings(address.url(), address.app(), POOL_SIZE));
        var settings = new AppSettings(folder.resolve("app"), ports, funds)
                .withDatabase(address)
                .withBanks(banks, app());
        if (temporal.isPresent()) {
            startProcess(
                    TemporalProcess.of(temporal.get(), ports, folder.resolve("temporal.db"), folder.log("temporal")));
            settings.withTemporal("127.0.0.1:" + ports.temporal(), temporalUi());
        }
        settings.write(folder.resolve("app.properties"));
        startProcess(simulators(banks));
        startProcess(appProcess());
        return new Connections(database, banks, funds, app(), temporal.map(_ -> temporalUi()));
    }

    @Override
    public void close() {
        healthProbe.close();
    }

    /** What the rest of the demo talks to. */
    record Connections(Database database, BankAccess banks, OwnFunds funds, URI app, Optional<URI> temporalUi)
            implements AutoCloseable {
        @Override
        public void close() {
            database.close();
        }
    }

    private DatabaseAddress startDatabase() throws ProcessFailed, InterruptedException {
        var part = new MariaDbProcess(installation.mariaDbBinaries(), folder.resolve("mariadb"), ports.database());
        startProcess(part);
        return DatabaseAddress.of(part.server());
    }

    private DemoProcess simulators(BankAccess banks) throws IOException {
        List<String> command = new ArrayList<>(installation.java(installation.simulatorsJar(), "256m"));
        command.addAll(List.of("--port", Integer.toString(ports.simulators())));
        command.addAll(List.of("--store", folder.resolve("simulators.db").toString()));
        command.addAll(List.of("--opening-balances", funds.toOption()));
        command.addAll(List.of("--callback-url", app().toString()));
        URI page = banks.uri().resolve("/control/health");
        return new CommandProcess(
                "simulators", command, folder.log("simulators"), READY_TIMEOUT, healthProbe.probe(page));
    }

    private DemoProcess appProcess() throws IOException {
        List<String> command = new ArrayList<>(installation.java(installation.appJar(), "768m"));
        command.addAll(List.of(
                "start",
                "--spring.config.additional-location="
                        + folder.resolve("app.properties").toUri()));
        URI page = app().resolve("/actuator/health/readiness");
        return new CommandProcess("app", command, folder.log("app"), READY_TIMEOUT, healthProbe.probe(page));
    }

    private void startProcess(DemoProcess part) throws ProcessFailed, InterruptedException {
        long startedAt = System.nanoTime();
        supervisor.start(part);
        Duration taken = Duration.ofNanos(System.nanoTime() - startedAt);
        screen.say("  %s is ready after %d.%d s".formatted(part.name(), taken.toSeconds(), taken.toMillisPart() / 100));
    }

    private URI app() {
        return URI.create(LOOPBACK + ports.app());
    }

    private URI temporalUi() {
        return URI.create(LOOPBACK + ports.temporalUi());
    }
}
