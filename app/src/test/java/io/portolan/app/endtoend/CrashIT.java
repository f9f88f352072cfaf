package io.portolan.app.endtoend;

import io.portolan.app.environment.DemoProcessName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is killed, and whichever engine drives the payments. */
class CrashIT {
    /** The engine's history outlives the app, and the engine itself can die. */
    @Nested
    class OnTemporal extends KillScenarios {
        @RegisterExtension
        static final EnvironmentExtension WORLD = EnvironmentExtension.on(WorkflowService.TEMPORAL);

        OnTemporal() {
            super(WORLD);
        }

        @Test
        void losesAndRepeatsNothingWhenTemporalIsKilled() throws Exception {
            killAndAwaitSettlement(DemoProcessName.TEMPORAL);
        }
    }

    /** The engine's history dies with the app: what is open is driven again from the database and the banks alone. */
    @Nested
    class InMemory extends KillScenarios {
        @RegisterExtension
        static final EnvironmentExtension WORLD = EnvironmentExtension.on(WorkflowService.IN_MEMORY);

        InMemory() {
            super(WORLD);
        }
    }
}
