package io.portolan.domain.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionKeyTest {
    @ParameterizedTest
    @EnumSource
    void isReadBackAsItWasWritten(Step step) {
        InstructionKey key = InstructionKey.first(PaymentId.next(), step).next();

        assertThat(InstructionKey.parse(key.value())).isEqualTo(key);
        assertThat(key.value()).endsWith("/" + step.code() + "/2");
    }

    @Test
    void aPayoutsKeyFitsTheThirtyFiveCharactersOfIso20022() {
        InstructionKey last = new InstructionKey(PaymentId.next(), Step.PAYOUT, 99);

        assertThat(last.value()).hasSizeLessThanOrEqualTo(35);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pay_1/payout/1", "pay_00000000000000000000/lunch/1", "pay_00000000000000000000/payout/0"})
    void rejectsWhatIsNotAKey(String text) {
        assertThatThrownBy(() -> InstructionKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsSortByTime() {
        assertThat(Stream.generate(PaymentId::next)
                        .limit(5)
                        .map(id -> id.value().substring(0, 12))
                        .toList())
                .isSorted();
    }
}
