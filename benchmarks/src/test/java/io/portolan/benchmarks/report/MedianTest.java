package io.portolan.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void isTheMiddleOfAnOddNumber() {
        assertThat(Median.of(List.of(9, 1, 5), Integer::doubleValue)).isEqualTo(5);
    }

    @Test
    void isBetweenTheMiddleTwoOfAnEvenNumber() {
        assertThat(Median.of(List.of(9, 1, 5, 6), Integer::doubleValue)).isEqualTo(5.5);
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        long[] values = {50, 10, 40, 20, 30};

        assertThat(Median.percentile(values, 0.5)).isEqualTo(30);
        assertThat(Median.percentile(values, 0.99)).isEqualTo(50);
    }
}
