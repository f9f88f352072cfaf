package io.portolan.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRuleTest {
    private static final NumberRule RULE =
            new NumberRule(1, 10, Violation.of("whole", "…"), Violation.of("small", "…"), Violation.of("large", "…"));

    @ParameterizedTest
    @ValueSource(longs = {1, 10})
    void takesItsBounds(long number) {
        assertThat(RULE.violationsOf(number)).isEmpty();
        assertThat(RULE.violationsOf((int) number)).isEmpty();
        assertThat(RULE.violationsOf(BigInteger.valueOf(number))).isEmpty();
    }

    @Test
    void tellsTheWaysToMissTheBoundsApart() {
        assertThat(RULE.violationsOf(0)).extracting(Violation::rule).containsExactly("small");
        assertThat(RULE.violationsOf(11L)).extracting(Violation::rule).containsExactly("large");
        assertThat(RULE.violationsOf(BigInteger.TEN.pow(30)))
                .extracting(Violation::rule)
                .containsExactly("large");
        assertThat(RULE.violationsOf(BigDecimal.ONE))
                .extracting(Violation::rule)
                .containsExactly("whole");
        assertThat(RULE.violationsOf("5")).extracting(Violation::rule).containsExactly("whole");
    }
}
