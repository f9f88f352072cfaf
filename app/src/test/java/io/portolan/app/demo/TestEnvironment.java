package io.portolan.app.demo;

import io.portolan.app.demo.processes.Supervisor;
import io.portolan.app.demo.shop.Screen;
import io.portolan.banks.iso20022.Iso20022Bank;
import io.portolan.banks.signedjson.SignedJsonBank;
import io.portolan.db.Database;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.operations.Operator;
import io.portolan.operations.reconciliation.Difference;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The demo's world for the tests of whole payments: its own parts, in a folder of its own, with a name for everything that can be killed. */
public final class TestEnvironment implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final DemoFolder folder;
    private final Supervisor supervisor;
    private final DemoEnvironment environment;
    private final DemoEnvironment.Connections running;
    private final DemoCredentials credentials;
    private final LocalDate startDate = today();

    private TestEnvironment(
            DemoFolder folder,
            Supervisor supervisor,
            DemoEnvironment world,
            DemoEnvironment.Connections running,
            DemoCredentials access) {
        this.folder = folder;
        this.supervisor = supervisor;
        this.environment = world;
        this.running = running;
        this.credentials = access;
    }

    /** Starts the parts that the plan names, and waits until all are ready. */
    public static TestEnvironment start(TestEnvironmentSettings plan) throws Exception {
        Path module = Path.of("").toAbsolutePath();
        Installation installation = new Installation(module.getParent(), plan.temporal());
        installation.requireJars();
        DemoFolder folder = DemoFolder.acquire(module.resolve("target/endtoend").resolve(plan.name()));
        folder.endLeftovers();
        folder.wipe();
        var screen = Screen.of(System.out);
        var supervisor = new Supervisor(folder.processes(), GRACE, screen::say);
        // An interrupted build leaves nothing running either.
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close));
        try {
            DemoEnvironment world = new DemoEnvironment(installation, folder, supervisor, screen);
            Optional<Path> engine = gatedTemporal(plan, folder);
            DemoEnvironment.Connections running = plan.database().isPresent()
                    ? world.start(plan.database().get().address(), engine)
                    : world.start(engine);
            return new TestEnvironment(
                    folder, supervisor, world, running, DemoCredentials.createIn(running.database()));
        } catch (Exception failed) {
            supervisor.close();
            folder.close();
            throw failed;
        }
    }

    private static Optional<Path> gatedTemporal(TestEnvironmentSettings plan, DemoFolder folder) throws IOException {
        return plan.temporal().isPresent()
                ? Optional.of(GatedTemporal.command(plan.temporal().get(), folder.resolve("engine-held")))
                : Optional.empty();
    }

    /** Kills a part's process; it is started again, as all that dies here. */
    public void kill(DemoProcessName part) {
        ProcessHandle process = process(part);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Kills the workflow engine and keeps it from being started again. */
    public void stopTemporal() throws IOException {
        Files.createFile(folder.resolve("engine-held"));
        kill(DemoProcessName.TEMPORAL);
    }

    /** Lets a killed engine be started again. */
    public void allowTemporalStart() throws IOException {
        Files.delete(folder.resolve("engine-held"));
    }

    /** What is still running of all that was ever started here. */
    public List<String> survivors() throws IOException {
        return startedProcesses()
                .filter(StartedProcess::isRunning)
                .map(StartedProcess::name)
                .toList();
    }

    public URI app() {
        return running.app();
    }

    /** Where the simulated banks are. */
    public URI banks() {
        return running.banks().uri();
    }

    public Database database() {
        return running.database();
    }

    public String apiKey() {
        return credentials.apiKey().value();
    }

    public String operatorName() {
        return consoleLogin(Operator.Role.OPERATOR).name();
    }

    public String operatorPassword() {
        return consoleLogin(Operator.Role.OPERATOR).password();
    }

    public String viewerName() {
        return consoleLogin(Operator.Role.VIEWER).name();
    }

    public String viewerPassword() {
        return consoleLogin(Operator.Role.VIEWER).password();
    }

    /** One of the app's settings, such as {@code portolan.temporal.target}. */
    public String setting(String name) throws IOException {
        try (Reader reader = Files.newBufferedReader(folder.resolve("app.properties"))) {
            Properties settings = new Properties();
            settings.load(reader);
            return settings.getProperty(name);
        }
    }

    /** What is wrong with the books once everything is quiet. */
    public List<Difference> bookDifferences() throws InterruptedException {
        try {
            return DemoBooksCheck.awaitBalanced(running);
        } catch (DemoFailed unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The statements of all our accounts, as the banks tell them, since this world began. */
    public List<Statement> statements() {
        List<NostroAccount> accounts = running.funds().accounts();
        try (SignedJsonBank domestic = running.banks().domestic();
                Iso20022Bank international = running.banks().international()) {
            return startDate
                    .datesUntil(today().plusDays(1))
                    .flatMap(date -> accounts.stream()
                            .map(account -> account.bank().equals("B")
                                    ? domestic.statement(account, date)
                                    : international.statement(account, date)))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        try (folder;
                supervisor;
                environment;
                running) {
            Files.deleteIfExists(folder.resolve("engine-held"));
        }
    }

    private ProcessHandle process(DemoProcessName part) {
        try {
            return startedProcesses()
                    .filter(started -> started.name().equals(part.label()))
                    .reduce((_, newer) -> newer)
                    .flatMap(started -> ProcessHandle.of(started.pid()))
                    .orElseThrow(() -> new IllegalStateException(part + " is not running"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Stream<StartedProcess> startedProcesses() throws IOException {
        return Files.readAllLines(folder.resolve("processes")).stream().map(StartedProcess::parse);
    }

    private DemoCredentials.ConsoleLogin consoleLogin(Operator.Role role) {
        return credentials.consoleLogins().stream()
                .filter(logIn -> logIn.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }

    /** A line of the list of processes: those of this test are our own children, so their ids alone tell them. */
    private record StartedProcess(long pid, String name) {
        static StartedProcess parse(String line) {
            String[] parts = line.split(" ", 3);
            return new StartedProcess(Long.parseLong(parts[0]), parts[2]);
        }

        boolean isRunning() {
            return ProcessHandle.current().descendants().anyMatch(child -> child.pid() == pid && child.isAlive());
        }
    }
}
