package io.portolan.app.endtoend;

import io.portolan.app.environment.DemoProcessName;
import io.portolan.app.environment.WorkflowService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is killed, and wherever Temporal runs. */
class CrashIT {
    /** Temporal's histories outlive the app, and Temporal itself can die. */
    @Nested
    class OnTemporal extends KillScenarios {
        @RegisterExtension
        static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.on(WorkflowService.TEMPORAL);

        OnTemporal() {
            super(ENVIRONMENT);
        }

        @Test
        void losesAndRepeatsNothingWhenTemporalIsKilled() throws Exception {
            killAndAwaitSettlement(DemoProcessName.TEMPORAL);
        }
    }

    /** Temporal's histories end with the app: what is open is run again from the database and the banks alone. */
    @Nested
    class InMemory extends KillScenarios {
        @RegisterExtension
        static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.on(WorkflowService.IN_MEMORY);

        InMemory() {
            super(ENVIRONMENT);
        }
    }
}
