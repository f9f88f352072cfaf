package io.portolan.domain.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value from outside must be. The same rule checks an input, guards the constructor of the value, and describes
 * the field in the API.
 */
public sealed interface Rule permits TextRule, NumberRule, TextsRule, ObjectRule, OneOfRule {
    /** Everything that is wrong with the value; empty if nothing is. */
    List<Violation> violationsOf(@Nullable Object value);

    /** What is wrong if a required value is missing. */
    default Violation absence() {
        return Violation.of("required", "This field is required.");
    }
}
