package io.portolan.app.environment;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.Login;
import io.portolan.demo.environment.DemoCredentials.ConsoleLogin;
import io.portolan.demo.environment.DemoCredentials.Role;
import io.portolan.demo.environment.DemoEnvironment;
import io.portolan.demo.environment.DemoEnvironment.Connections;
import io.portolan.demo.environment.DemoFolder;
import io.portolan.demo.environment.Installation;
import io.portolan.demo.processes.Supervisor;
import io.portolan.domain.bank.Statement;
import io.portolan.operations.reconciliation.Difference;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jooq.exception.DataAccessException;

/** The demo's environment for tests of whole payments: processes of its own, in a folder of its own, with a name for everything that can be killed. */
public final class TestEnvironment implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(2);
    private static final int POOL_SIZE = 3;
    private static final String GATE = "temporal-stopped";

    private final DemoFolder folder;
    private final Supervisor supervisor;
    private final DemoEnvironment environment;
    private final Connections connections;
    private final Properties settings;
    private final Database database;
    private final BankStatements statements;

    private TestEnvironment(
            DemoFolder folder, Supervisor supervisor, DemoEnvironment environment, Connections connections)
            throws IOException {
        this.folder = folder;
        this.supervisor = supervisor;
        this.environment = environment;
        this.connections = connections;
        this.settings = readSettings(folder);
        Login app = new Login(setting("portolan.database.user"), setting("portolan.database.password"));
        this.database = Database.open(new DatabaseSettings(setting("portolan.database.url"), app, POOL_SIZE));
        this.statements = BankStatements.with(folder.appSettings());
    }

    /** Starts the processes that the settings name, and waits until all are ready. */
    public static TestEnvironment start(TestEnvironmentSettings plan) throws Exception {
        Path module = Path.of("").toAbsolutePath();
        Installation installation = new Installation(module.getParent(), plan.temporal());
        installation.requireJars();
        DemoFolder folder = DemoFolder.acquire(module.resolve("target/endtoend").resolve(plan.name()));
        folder.endLeftovers();
        folder.wipe();
        var supervisor = new Supervisor(folder.processes(), GRACE, System.out::println);
        // An interrupted build leaves nothing running either.
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close));
        try {
            var environment =
                    new DemoEnvironment(installation, folder, supervisor, System.out::println, plan.appSettings());
            Optional<Path> temporal = gatedTemporal(plan, folder);
            Connections connections = plan.database().isPresent()
                    ? environment.start(plan.database().get().address(), temporal)
                    : environment.start(temporal);
            return new TestEnvironment(folder, supervisor, environment, connections);
        } catch (Exception failed) {
            supervisor.close();
            folder.close();
            throw failed;
        }
    }

    private static Optional<Path> gatedTemporal(TestEnvironmentSettings plan, DemoFolder folder) throws IOException {
        return plan.temporal().isPresent()
                ? Optional.of(GatedTemporal.command(plan.temporal().get(), folder.resolve(GATE)))
                : Optional.empty();
    }

    /** Kills a process; it is restarted, as all that dies here. */
    public void kill(DemoProcessName name) {
        ProcessHandle process = process(name);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Kills Temporal and keeps it from being restarted. */
    public void stopTemporal() throws IOException {
        Files.createFile(folder.resolve(GATE));
        kill(DemoProcessName.TEMPORAL);
    }

    /** Lets a killed Temporal be restarted. */
    public void allowTemporalStart() throws IOException {
        Files.delete(folder.resolve(GATE));
    }

    /** What is still running of all that was ever started here. */
    public List<String> survivors() throws IOException {
        return startedProcesses()
                .filter(StartedProcess::isRunning)
                .map(StartedProcess::name)
                .toList();
    }

    public URI app() {
        return connections.app();
    }

    /** Where the simulated banks are. */
    public URI banks() {
        return connections.banks();
    }

    public Database database() {
        return database;
    }

    public String apiKey() {
        return connections.credentials().apiKey();
    }

    public String operatorName() {
        return consoleLogin(Role.OPERATOR).name();
    }

    public String operatorPassword() {
        return consoleLogin(Role.OPERATOR).password();
    }

    public String checkerName() {
        return consoleLogin(Role.CHECKER).name();
    }

    public String checkerPassword() {
        return consoleLogin(Role.CHECKER).password();
    }

    public String viewerName() {
        return consoleLogin(Role.VIEWER).name();
    }

    public String viewerPassword() {
        return consoleLogin(Role.VIEWER).password();
    }

    /** One of the app's settings, such as {@code portolan.temporal.target}. */
    public String setting(String name) {
        return settings.getProperty(name);
    }

    /** What is wrong with the books once everything is quiet. */
    public List<Difference> bookDifferences() {
        // The database may have been killed a moment ago, and be coming back.
        return Awaitility.await()
                .atMost(LONGEST_CHECK)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> statements.differencesFrom(database.journal()), _ -> true);
    }

    /** The statements of all our accounts since this environment was started. */
    public List<Statement> statements() {
        return statements.sinceStart();
    }

    @Override
    public void close() throws IOException {
        try (folder;
                supervisor;
                environment;
                database;
                statements) {
            Files.deleteIfExists(folder.resolve(GATE));
        }
    }

    private ProcessHandle process(DemoProcessName name) {
        try {
            return startedProcesses()
                    .filter(started -> started.name().equals(name.label()))
                    .reduce((_, newer) -> newer)
                    .flatMap(started -> ProcessHandle.of(started.pid()))
                    .orElseThrow(() -> new IllegalStateException(name + " is not running"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Stream<StartedProcess> startedProcesses() throws IOException {
        return Files.readAllLines(folder.resolve("processes")).stream().map(StartedProcess::parse);
    }

    private ConsoleLogin consoleLogin(Role role) {
        return connections.credentials().consoleLogin(role);
    }

    private static Properties readSettings(DemoFolder folder) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.appSettings())) {
            settings.load(reader);
        }
        return settings;
    }

    /** A row of the list of processes: those of this test are our own children, so their ids alone identify them. */
    private record StartedProcess(long pid, String name) {
        static StartedProcess parse(String row) {
            String[] parts = row.split(" ", 3);
            return new StartedProcess(Long.parseLong(parts[0]), parts[2]);
        }

        boolean isRunning() {
            return ProcessHandle.current().descendants().anyMatch(child -> child.pid() == pid && child.isAlive());
        }
    }
}
