package io.portolan.app.endtoend;

import io.portolan.app.demo.PartName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is killed, and whichever engine drives the payments. */
class CrashIT {
    /** The engine's history outlives the app, and the engine itself can die. */
    @Nested
    class OnTemporal extends Kills {
        @RegisterExtension
        static final WholeWorld WORLD = WholeWorld.on(Engine.TEMPORAL);

        OnTemporal() {
            super(WORLD);
        }

        @Test
        void ofTheEngineDuringEachLegLoseAndRepeatNothing() throws Exception {
            survives(PartName.ENGINE);
        }
    }

    /** The engine's history dies with the app: what is open is driven again from the database and the banks alone. */
    @Nested
    class InMemory extends Kills {
        @RegisterExtension
        static final WholeWorld WORLD = WholeWorld.on(Engine.MEMORY);

        InMemory() {
            super(WORLD);
        }
    }
}
