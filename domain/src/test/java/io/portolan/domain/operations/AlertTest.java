package io.portolan.domain.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void isOpenUntilItIsEnded() {
        Alert alert = Alert.of("NOSTRO:B:CNY", "Line 17 does not add up.", AT);

        Alert ended = alert.endedBy(new Alert.End("ada", "looked into it", AT));

        assertThat(alert.isOpen()).isTrue();
        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.id()).isEqualTo(alert.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void cutsALongDetailBetweenCharacters(int offset) {
        String detail = "x".repeat(offset) + "\uD83D\uDCB0".repeat(300);

        String cut = Alert.of("NOSTRO:B:CNY", detail, AT).detail();

        assertThat(cut).hasSize(500 - offset).matches("x?(\uD83D\uDCB0)+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void rejectsWhatSaysNothing(String nothing) {
        assertThatIllegalArgumentException().isThrownBy(() -> Alert.of(nothing, "detail", AT));
        assertThatIllegalArgumentException().isThrownBy(() -> Alert.of("subject", nothing, AT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Alert.End("ada", nothing, AT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Alert.End(nothing, "reason", AT));
    }

    @Test
    void rejectsWhatIsTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> Alert.of("s".repeat(161), "detail", AT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Alert.End("ada", "r".repeat(501), AT));
    }
}
