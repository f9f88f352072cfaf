package io.portolan.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void figuresStandToTheRight() {
        Table table = new Table("row", "tx/s").row("first", "7").row("second", "13,600");

        assertThat(table.toString()).isEqualTo("""
                row       tx/s
                first        7
                second  13,600
                """);
    }

    @Test
    void aTargetSaysWhetherItWasReached() {
        Target reached = new Target("a / b", Target.Limit.AT_LEAST, 8, 9.314);
        Target missed = new Target("c / d", Target.Limit.AT_MOST, 1.15, 1.2);

        assertThat(reached).hasToString("PASS  a / b: 9.31 (at least 8.00)");
        assertThat(missed).hasToString("MISS  c / d: 1.20 (at most 1.15)");
    }
}
