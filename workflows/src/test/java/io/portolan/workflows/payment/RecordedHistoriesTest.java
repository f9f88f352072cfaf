package io.portolan.workflows.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.portolan.workflows.temporal.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Payments as earlier code drove them replay on today's code, so that deploying it does not stall the open ones.
 *
 * <p>If one fails, the change needs a name ({@code Workflow.getVersion}): the history is right by definition. Histories are recorded anew, for a new
 * ending or when the old ones have no open payment left, by
 * {@code mvn -pl workflows test -Dportolan.histories.record=true}.
 */
class RecordedHistoriesTest {
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    @ParameterizedTest
    @MethodSource("histories")
    void aRecordedHistoryReplays(Path file) throws IOException {
        WorkflowExecutionHistory history = WorkflowExecutionHistory.fromJson(Files.readString(file));
        try (TestWorkflowEnvironment environment = readable()) {
            assertThatCode(() ->
                            WorkflowReplayer.replayWorkflowExecution(history, environment, PaymentWorkflowImpl.class))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyKindOfStageIsRecorded() throws IOException {
        assertThat(histories())
                .extracting(file -> file.getFileName().toString().replace(".json", ""))
                .containsExactly(
                        "cancelled",
                        "completed",
                        "failed",
                        "news-at-the-end",
                        "parked-then-decided",
                        "parked-then-woken",
                        "pending-in-vain",
                        "pending-then-answered",
                        "pending-then-decided",
                        "pending-then-hinted",
                        "returned",
                        "waited",
                        "woken-while-driven",
                        "woken-while-waiting");
    }

    static List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static TestWorkflowEnvironment readable() {
        return TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.readable())
                        .build())
                .build());
    }
}
