package io.portolan.domain.operations;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.breaks.Break;
import io.portolan.domain.operations.Operator.Role;
import io.portolan.domain.payment.Hold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {
    @Test
    void nobodyIsCalledLikeWhatActsWhereNoPersonDoes() {
        for (String reserved : new String[] {Hold.PORTOLAN, Break.ON_DUTY}) {
            assertThatThrownBy(() -> new Operator(reserved, "hash", Role.OPERATOR))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no operator is called " + reserved);
        }
        assertThatCode(() -> new Operator("li.na", "hash", Role.OPERATOR)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Li", "1st", "a b", "merchant:acme"})
    void aNameIsLowerCaseAndPlain(String name) {
        assertThatThrownBy(() -> new Operator(name, "hash", Role.VIEWER)).isInstanceOf(IllegalArgumentException.class);
    }
}
