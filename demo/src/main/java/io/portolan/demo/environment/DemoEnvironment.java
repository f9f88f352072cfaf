package io.portolan.demo.environment;

import io.portolan.demo.processes.CommandProcess;
import io.portolan.demo.processes.CommandRun;
import io.portolan.demo.processes.DemoProcess;
import io.portolan.demo.processes.ProcessFailed;
import io.portolan.demo.processes.Supervisor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything that runs in a demo: database, Temporal, simulators and app, on ports of this machine alone. */
public final class DemoEnvironment implements AutoCloseable {
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(2);
    private static final String LOOPBACK = "http://127.0.0.1:";

    private final Installation installation;
    private final DemoFolder folder;
    private final Supervisor supervisor;
    private final Consumer<String> announcements;
    private final Map<String, String> settings;
    private final AppCommands commands;
    private final Ports ports;
    private final OwnFunds funds = OwnFunds.forDemo();
    private final HealthProbe healthProbe = new HealthProbe();

    /**
     * @param announcements takes the news of what is ready
     * @param settings the app's, besides those that the demo gives it
     */
    public DemoEnvironment(
            Installation installation,
            DemoFolder folder,
            Supervisor supervisor,
            Consumer<String> announcements,
            Map<String, String> settings)
            throws IOException {
        this.installation = installation;
        this.folder = folder;
        this.supervisor = supervisor;
        this.announcements = announcements;
        this.settings = Map.copyOf(settings);
        this.commands = new AppCommands(installation, folder, supervisor);
        this.ports = Ports.free();
    }

    /** Starts everything, each process when what it needs is ready; with the Temporal server if there is a command for it. */
    public Connections start(Optional<Path> temporal)
            throws DemoFailed, ProcessFailed, IOException, InterruptedException {
        return start(startDatabase(), temporal);
    }

    /** The same on a database that is running already, and that is not ours to end. */
    public Connections start(DatabaseAddress database, Optional<Path> temporal)
            throws DemoFailed, ProcessFailed, IOException, InterruptedException {
        var banks = new BankAccess(URI.create(LOOPBACK + ports.simulators()), installation.developmentKeys());
        writeSettings(database, banks, temporal.isPresent());
        CredentialCommands credentials = CredentialCommands.start(commands);
        if (temporal.isPresent()) {
            startProcess(
                    TemporalProcess.of(temporal.get(), ports, folder.resolve("temporal.db"), folder.log("temporal")));
        }
        startProcess(simulators(banks));
        startProcess(appProcess());
        return new Connections(app(), banks.uri(), temporal.map(_ -> temporalUi()), credentials.await());
    }

    /**
     * Compares our ledger with the banks' statements, for half a minute if they differ: something may still be under way.
     *
     * @return what still differs then; empty if the books balance
     */
    public List<String> findBookDifferences() throws ProcessFailed, IOException, InterruptedException {
        CommandRun check = commands.startWithSettings("check-books", List.of("--wait", "30s"));
        boolean isBalanced = check.awaitExit(COMMAND_TIMEOUT) == 0;
        if (isBalanced || check.lines().isEmpty()) {
            check.awaitAnswer(COMMAND_TIMEOUT);
            return List.of();
        }
        return check.lines();
    }

    @Override
    public void close() {
        healthProbe.close();
    }

    /** What the rest of the demo talks to, and with which log-ins. */
    public record Connections(URI app, URI banks, Optional<URI> temporalUi, DemoCredentials credentials) {}

    private DatabaseAddress startDatabase() throws DemoFailed, ProcessFailed, IOException, InterruptedException {
        List<String> arguments = List.of(
                "--binaries=" + installation.mariaDbBinaries(),
                "--data=" + folder.resolve("mariadb"),
                "--port=" + ports.database());
        CommandRun preparation = commands.start("prepare-database", arguments);
        PreparedDatabase database = PreparedDatabase.parse(preparation.awaitAnswer(COMMAND_TIMEOUT));
        folder.hold(database.lock());
        startProcess(database.process(ports.database()));
        return database.address();
    }

    private void writeSettings(DatabaseAddress database, BankAccess banks, boolean hasTemporal) throws IOException {
        var all = new AppSettings(folder.resolve("app"), ports, funds)
                .withDatabase(database)
                .withBanks(banks, app());
        if (hasTemporal) {
            all.withTemporal("127.0.0.1:" + ports.temporal(), temporalUi());
        }
        all.withAll(settings).write(folder.appSettings());
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
        command.addAll(List.of("start", AppCommands.settingsArgument(folder.appSettings())));
        URI page = app().resolve("/actuator/health/readiness");
        return new CommandProcess("app", command, folder.log("app"), READY_TIMEOUT, healthProbe.probe(page));
    }

    private void startProcess(DemoProcess process) throws ProcessFailed, InterruptedException {
        long startedAt = System.nanoTime();
        supervisor.start(process);
        Duration taken = Duration.ofNanos(System.nanoTime() - startedAt);
        announcements.accept(
                "  %s is ready after %d.%d s".formatted(process.name(), taken.toSeconds(), taken.toMillisPart() / 100));
    }

    private URI app() {
        return URI.create(LOOPBACK + ports.app());
    }

    private URI temporalUi() {
        return URI.create(LOOPBACK + ports.temporalUi());
    }
}
