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
        ConsoleSettings settings = new ConsoleSettings("Temporal", ConsoleTestApplication.TEMPORAL_LINK, HOUR, 50);

        assertThat(settings.workflowLinkFor("pay_1"))
                .hasValue("http://127.0.0.1:8233/namespaces/default/workflows/pay_1");
    }

    @Test
    void hasNoLinkWhereTheWorkflowServiceHasNoPages() {
        assertThat(new ConsoleSettings("Temporal, in memory", null, HOUR, 50).workflowLinkFor("pay_1"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert({id})", "http://127.0.0.1:8233/", "{id}"})
    void rejectsALinkThatIsNotAWebAddressOfAWorkflow(String link) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("Temporal", link, HOUR, 50));
    }

    @Test
    void rejectsPageSizesAndTimeLimitsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("Temporal", null, HOUR, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("Temporal", null, HOUR, 201));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings("Temporal", null, Duration.ZERO, 50));
    }
}
