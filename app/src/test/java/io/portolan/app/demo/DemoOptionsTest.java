package io.portolan.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.demo.DemoOptions.Engine;
import io.portolan.app.demo.DemoOptions.WrongUsage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {
    @Test
    void staysStartsCleanAndTakesTheBestEngineUnlessTold() throws Exception {
        DemoOptions options = DemoOptions.parse(List.of());

        assertThat(options.exits()).isFalse();
        assertThat(options.keeps()).isFalse();
        assertThat(options.orders()).isEmpty();
        assertThat(options.engine()).isEqualTo(Engine.BEST);
    }

    @Test
    void readsEveryOption() throws Exception {
        DemoOptions options =
                DemoOptions.parse(List.of("--engine", "memory", "--exit", "--orders", "my orders.csv", "--keep"));

        assertThat(options.exits()).isTrue();
        assertThat(options.keeps()).isTrue();
        assertThat(options.orders()).contains(Path.of("my orders.csv"));
        assertThat(options.engine()).isEqualTo(Engine.MEMORY);
    }

    @ParameterizedTest
    @CsvSource({
        "--exti, there is no option --exti",
        "--engine, --engine needs a value",
        "--orders, --orders needs a value"
    })
    void refusesWhatItDoesNotKnow(String argument, String message) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of(argument)))
                .isInstanceOf(WrongUsage.class)
                .hasMessage(message);
    }

    @Test
    void wrongWordsEndWithTwoAndAWrongFileWithOneBeforeAnythingStarts() {
        assertThat(Demo.run(List.of("--engine", "steam"))).isEqualTo(2);
        assertThat(Demo.run(List.of("--orders", "no such file.csv"))).isEqualTo(1);
    }
}
