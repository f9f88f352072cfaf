package io.portolan.domain.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {
    private static final TextRule STREET = TextRule.nonBlankUpTo(11);

    @ParameterizedTest
    @ValueSource(strings = {"Main Street", "李", "🐉", "Łukasz"})
    void takesTextInAnyScript(String text) {
        assertThat(STREET.violationsOf(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "a\uD800b"})
    void rejectsBlanksControlsAndHalfCharacters(String text) {
        assertThat(STREET.violationsOf(text)).extracting(Violation::rule).containsExactly("text-format");
    }

    @Test
    void reportsOnlyTheFirstUnmetRequirement() {
        assertThat(STREET.violationsOf("\n".repeat(12)))
                .containsExactly(new Violation("", "text-length", "Must have at most 11 characters."));
    }

    @Test
    void rejectsWhatIsNoString() {
        assertThat(STREET.violationsOf(7)).containsExactly(new Violation("", "type", "Must be a string."));
        assertThat(STREET.violationsOf(null)).extracting(Violation::rule).containsExactly("type");
    }

    @Test
    void guardsAConstructorWithoutRepeatingTheText() {
        assertThatCode(() -> STREET.require("street", "Main Street")).doesNotThrowAnyException();
        assertThatThrownBy(() -> STREET.require("street", "Main Street 12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("street: Must have at most 11 characters.");
    }
}
