package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.demo.TestWorld;
import io.portolan.app.demo.WorldPlan;
import io.portolan.app.demo.WorldPlan.RunningDatabase;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One running world for all tests of a class. It ends with the class, and nothing of it may be left. */
final class WholeWorld implements BeforeAllCallback, AfterAllCallback {
    private final Engine engine;
    private final TestServer server;
    private Optional<TestWorld> world = Optional.empty();
    private Optional<TestDatabase> database = Optional.empty();
    private Optional<Checkout> checkout = Optional.empty();

    private WholeWorld(Engine engine, TestServer server) {
        this.engine = engine;
        this.server = server;
    }

    static WholeWorld on(Engine engine) {
        return new WholeWorld(engine, TestServer.MARIADB);
    }

    /** The same on MySQL instead of the embedded MariaDB. */
    static WholeWorld onMySql(Engine engine) {
        return new WholeWorld(engine, TestServer.MYSQL);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        String name = context.getRequiredTestClass().getSimpleName();
        WorldPlan plan = new WorldPlan(name, engine.command(), runningDatabase());
        TestWorld started = TestWorld.start(plan);
        world = Optional.of(started);
        checkout = Optional.of(new Checkout(started.app(), started.apiKey()));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        checkout.ifPresent(Checkout::close);
        if (world.isPresent()) {
            world.get().close();
            assertThat(world.get().survivors()).as("processes left behind").isEmpty();
        }
        database.ifPresent(TestDatabase::close);
    }

    TestWorld parts() {
        return world.orElseThrow();
    }

    Checkout checkout() {
        return checkout.orElseThrow();
    }

    Witness witness() {
        return new Witness(parts());
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
