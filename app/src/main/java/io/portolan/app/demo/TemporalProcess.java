package io.portolan.app.demo;

import io.grpc.StatusRuntimeException;
import io.portolan.app.demo.processes.CommandProcess;
import io.portolan.app.demo.processes.DemoProcess;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Temporal's dev server, with everything in a file and every commit on the disk. */
final class TemporalProcess {
    private static final String NAMESPACE = "default";
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(1);

    private TemporalProcess() {}

    static DemoProcess of(Path temporal, Ports ports, Path database, Path log) {
        List<String> command = List.of(
                temporal.toString(),
                "server",
                "start-dev",
                "--ip",
                "127.0.0.1",
                "--port",
                Integer.toString(ports.temporal()),
                "--ui-port",
                Integer.toString(ports.temporalUi()),
                "--db-filename",
                database.toString(),
                "--sqlite-pragma",
                "journal_mode=WAL",
                "--sqlite-pragma",
                "synchronous=FULL",
                "--log-level",
                "warn");
        String target = "127.0.0.1:" + ports.temporal();
        return new CommandProcess(
                "workflow engine (Temporal)", command, log, READY_TIMEOUT, () -> hasNamespace(target));
    }

    /** The server listens before it knows its namespace, and a worker may start only then. */
    private static boolean hasNamespace(String target) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(target)
                .setRpcTimeout(Duration.ofSeconds(2))
                .build());
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(2, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(NAMESPACE)
                            .build());
            return true;
        } catch (StatusRuntimeException notYet) {
            return false;
        } finally {
            stubs.shutdownNow();
        }
    }
}
