package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.TestEnvironment;
import io.portolan.app.environment.TestEnvironmentSettings;
import io.portolan.app.environment.TestEnvironmentSettings.RunningDatabase;
import io.portolan.app.environment.WorkflowService;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One running environment for all tests of a class. It ends with the class, and nothing of it may be left. */
final class EnvironmentExtension implements BeforeAllCallback, AfterAllCallback {
    private final WorkflowService workflowService;
    private final TestServer server;
    private final Map<String, String> appSettings;
    private Optional<TestEnvironment> environment = Optional.empty();
    private Optional<TestDatabase> database = Optional.empty();
    private Optional<MerchantClient> merchant = Optional.empty();

    private EnvironmentExtension(WorkflowService workflowService, TestServer server, Map<String, String> appSettings) {
        this.workflowService = workflowService;
        this.server = server;
        this.appSettings = Map.copyOf(appSettings);
    }

    static EnvironmentExtension on(WorkflowService workflowService) {
        return new EnvironmentExtension(workflowService, TestServer.MARIADB, Map.of());
    }

    /** The same with the app configured otherwise. */
    static EnvironmentExtension configured(WorkflowService workflowService, Map<String, String> appSettings) {
        return new EnvironmentExtension(workflowService, TestServer.MARIADB, appSettings);
    }

    /** The same on MySQL instead of the embedded MariaDB. */
    static EnvironmentExtension onMySql(WorkflowService workflowService) {
        return new EnvironmentExtension(workflowService, TestServer.MYSQL, Map.of());
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        String name = context.getRequiredTestClass().getSimpleName();
        TestEnvironmentSettings plan =
                new TestEnvironmentSettings(name, workflowService.command(), runningDatabase(), appSettings);
        TestEnvironment started = TestEnvironment.start(plan);
        environment = Optional.of(started);
        merchant = Optional.of(new MerchantClient(started.app(), started.apiKey()));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        merchant.ifPresent(MerchantClient::close);
        if (environment.isPresent()) {
            environment.get().close();
            assertThat(environment.get().survivors())
                    .as("processes left behind")
                    .isEmpty();
        }
        database.ifPresent(TestDatabase::close);
    }

    TestEnvironment running() {
        return environment.orElseThrow();
    }

    MerchantClient merchant() {
        return merchant.orElseThrow();
    }

    PaymentRecords records() {
        return new PaymentRecords(running());
    }

    private Optional<RunningDatabase> runningDatabase() {
        return switch (server) {
            case MARIADB -> Optional.empty();
            case MYSQL -> {
                TestDatabase own = TestDatabase.on(server);
                database = Optional.of(own);
                yield Optional.of(new RunningDatabase(own.url(), own.owner(), own.app()));
            }
        };
    }
}
