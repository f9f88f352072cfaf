package io.portolan.domain.input;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in exactly one of several forms, which have no field in common: the fields that are there say which form it
 * is.
 */
public record OneOfRule(List<ObjectRule> forms, Violation wrongForm) implements Rule {
    public OneOfRule {
        forms = List.copyOf(forms);
    }

    /** The code and detail are those of an object that has fields of no form, or of more than one. */
    public static OneOfRule of(String rule, String detail, ObjectRule... forms) {
        return new OneOfRule(List.of(forms), Violation.of(rule, detail));
    }

    @Override
    public List<Violation> violationsOf(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            return List.of(ObjectRule.NOT_AN_OBJECT);
        }
        Input input = new Input(object);
        List<ObjectRule> begun = forms.stream()
                .filter(form -> form.fields().keySet().stream().anyMatch(input::has))
                .toList();
        return begun.size() == 1 ? begun.getFirst().violationsOf(input) : List.of(wrongForm);
    }
}
