package io.portolan.app.temporal;

import io.portolan.app.settings.Settings;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Temporal: a server, or one in memory whose histories end with this process. The connection opens on first use, so the intake
 * starts while a server is down.
 */
public final class TemporalConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporalConnection.class);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

    private final WorkflowServiceStubs stubs;
    private final Optional<TestServer.InProcessTestServer> inMemory;

    private TemporalConnection(WorkflowServiceStubs stubs, Optional<TestServer.InProcessTestServer> inMemory) {
        this.stubs = stubs;
        this.inMemory = inMemory;
    }

    public static TemporalConnection open(Settings.Temporal settings) {
        return settings.isInMemory() ? inMemory() : to(settings.target());
    }

    private static TemporalConnection to(String target) {
        LOG.info("Temporal is the server at {}", target);
        WorkflowServiceStubsOptions options = WorkflowServiceStubsOptions.newBuilder()
                .setTarget(target)
                .setRpcTimeout(CALL_TIMEOUT)
                .setGrpcCompression(GrpcCompression.NONE)
                .build();
        return new TemporalConnection(WorkflowServiceStubs.newServiceStubs(options), Optional.empty());
    }

    private static TemporalConnection inMemory() {
        LOG.warn(
                "Temporal runs IN MEMORY: its histories end with this process; open payments are restarted from the database");
        TestServer.InProcessTestServer server = TestServer.createServer(true);
        WorkflowServiceStubsOptions options = WorkflowServiceStubsOptions.newBuilder()
                .setChannel(server.getChannel())
                .setRpcTimeout(CALL_TIMEOUT)
                .setGrpcCompression(GrpcCompression.NONE)
                .build();
        return new TemporalConnection(WorkflowServiceStubs.newServiceStubs(options), Optional.of(server));
    }

    public WorkflowServiceStubs stubs() {
        return stubs;
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        inMemory.ifPresent(TestServer.InProcessTestServer::close);
    }
}
