package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSettingsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void linksToAWorkflowByItsId() {
        ConsoleSettings settings = new ConsoleSettings("Temporal", TestConsole.TEMPORAL, HOUR, 50);

        assertThat(settings.linkTo("pay_1")).hasValue("http://127.0.0.1:8233/namespaces/default/workflows/pay_1");
    }

    @Test
    void hasNoLinkWhereTheEngineHasNoPages() {
        assertThat(new ConsoleSettings("in-memory engine", null, HOUR, 50).linkTo("pay_1"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert({id})", "http://127.0.0.1:8233/", "{id}"})
    void refusesALinkThatIsNoWebAddressOfAWorkflow(String link) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("Temporal", link, HOUR, 50));
    }

    @Test
    void refusesPagesAndLimitsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("Temporal", null, HOUR, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("Temporal", null, HOUR, 201));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("Temporal", null, Duration.ZERO, 50));
    }
}
