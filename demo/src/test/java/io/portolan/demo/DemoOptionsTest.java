package io.portolan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.demo.DemoOptions.WorkflowService;
import io.portolan.demo.DemoOptions.WrongUsage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {
    @Test
    void staysStartsCleanAndPrefersTheTemporalServerUnlessTold() throws Exception {
        DemoOptions options = DemoOptions.parse(List.of());

        assertThat(options.exitsAtEnd()).isFalse();
        assertThat(options.keepsData()).isFalse();
        assertThat(options.orders()).isEmpty();
        assertThat(options.workflowService()).isEqualTo(WorkflowService.SERVER_IF_AVAILABLE);
    }

    @Test
    void readsEveryOption() throws Exception {
        DemoOptions options = DemoOptions.parse(List.of(
                "--temporal",
                "memory",
                "--exit",
                "--orders",
                "my orders.csv",
                "--settings",
                "bank.properties",
                "--keep"));

        assertThat(options.exitsAtEnd()).isTrue();
        assertThat(options.keepsData()).isTrue();
        assertThat(options.orders()).contains(Path.of("my orders.csv"));
        assertThat(options.settings()).contains(Path.of("bank.properties"));
        assertThat(options.workflowService()).isEqualTo(WorkflowService.IN_MEMORY);
    }

    @ParameterizedTest
    @CsvSource({
        "--exti, unknown option --exti",
        "--temporal, --temporal needs a value",
        "--orders, --orders needs a value",
        "--settings, --settings needs a value"
    })
    void rejectsWhatItDoesNotKnow(String argument, String message) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of(argument)))
                .isInstanceOf(WrongUsage.class)
                .hasMessage(message);
    }

    @Test
    void wrongOptionsEndWithTwoAndAWrongFileWithOneBeforeAnythingStarts() {
        assertThat(Demo.run(List.of("--temporal", "steam"))).isEqualTo(2);
        assertThat(Demo.run(List.of("--orders", "no such file.csv"))).isEqualTo(1);
        assertThat(Demo.run(List.of("--settings", "no such file.properties"))).isEqualTo(1);
    }
}
