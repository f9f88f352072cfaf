package io.portolan.domain.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionKeyTest {
    private static final String PAYMENT = "pay_06E8P3W2V0K7N4QZT1XR";
    private static final InstructionKey KEY = InstructionKey.parse(PAYMENT + "/2/3/1");

    @Test
    void isReadAsItIsWritten() {
        assertThat(KEY).isEqualTo(new InstructionKey(new PaymentId(PAYMENT), 2, 3, 1));
        assertThat(KEY.value()).isEqualTo(PAYMENT + "/2/3/1");
    }

    @Test
    void fitsAnIso20022Identification() {
        assertThat(new InstructionKey(new PaymentId(PAYMENT), 99, 99, 99)
                        .value()
                        .length())
                .isLessThanOrEqualTo(35);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                PAYMENT,
                PAYMENT + "/1/1",
                PAYMENT + "/0/1/1",
                PAYMENT + "/1/1/100",
                PAYMENT + "/01/1/1",
                PAYMENT + "/1/1/1/1",
                PAYMENT + "/1/1/1 ",
                "ref_06E8P3W2V0K7N4QZT1XR/1/1/1"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> InstructionKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsAttemptsOfOneMovement() {
        assertThat(KEY.next().attempt()).isEqualTo(2);
        assertThat(KEY.next().isSameMovement(KEY)).isTrue();
        assertThat(new InstructionKey(KEY.payment(), 2, 4, 1).isSameMovement(KEY))
                .isFalse();
        assertThat(new InstructionKey(KEY.payment(), 3, 3, 1).isSameMovement(KEY))
                .isFalse();
    }

    @Test
    void endsWithTheLastAttempt() {
        InstructionKey last = new InstructionKey(KEY.payment(), 1, 1, InstructionKey.MOST);

        assertThatThrownBy(last::next)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attempt");
    }
}
