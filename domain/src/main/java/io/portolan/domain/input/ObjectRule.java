package io.portolan.domain.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of known fields: each obeys its rule, required ones are there, and others are rejected, so that a misspelt
 * one is noticed.
 */
public final class ObjectRule implements Rule {
    static final Violation NOT_AN_OBJECT = Violation.of("type", "Must be an object.");

    private static final Violation UNKNOWN_FIELD =
            Violation.of("unknown-field", "Unknown field: remove it or correct its name.");

    private final Map<String, Field> fields;
    private final @Nullable Violation form;
    private final Function<Input, List<Violation>> comparison;

    private ObjectRule(
            Map<String, Field> fields, @Nullable Violation form, Function<Input, List<Violation>> comparison) {
        this.fields = Collections.unmodifiableMap(fields);
        this.form = form;
        this.comparison = comparison;
    }

    /** A field's rule, and whether the field must be there. */
    public record Field(Rule rule, boolean isRequired) {}

    /** An object without fields, to add them to. */
    public static ObjectRule empty() {
        return new ObjectRule(Map.of(), null, _ -> List.of());
    }

    public ObjectRule required(String name, Rule rule) {
        return with(name, new Field(rule, true));
    }

    /** A field that may be absent or null. */
    public ObjectRule optional(String name, Rule rule) {
        return with(name, new Field(rule, false));
    }

    /**
     * One code for everything that makes it another kind of object: it is missing, is no object, or has unknown fields.
     */
    public ObjectRule orElse(String rule, String detail) {
        return new ObjectRule(fields, Violation.of(rule, detail), comparison);
    }

    /** With a rule between fields. It may meet fields that break their own rules, and takes them as absent. */
    public ObjectRule comparing(Function<Input, List<Violation>> added) {
        return new ObjectRule(fields, form, added);
    }

    /** Every field by name, in the order of its description. */
    public Map<String, Field> fields() {
        return fields;
    }

    @Override
    public Violation absence() {
        return form == null ? Rule.super.absence() : form;
    }

    @Override
    public List<Violation> violationsOf(@Nullable Object value) {
        return value instanceof Map<?, ?> object
                ? violationsOf(new Input(object))
                : List.of(form == null ? NOT_AN_OBJECT : form);
    }

    /** Everything that is wrong with the input; empty if nothing is. */
    public List<Violation> violationsOf(Input input) {
        List<Violation> violations = new ArrayList<>();
        fields.forEach((name, field) -> addViolations(name, field, input, violations));
        Violation unknown = form == null ? UNKNOWN_FIELD : form;
        input.names().stream()
                .filter(name -> !fields.containsKey(name))
                .forEach(name -> violations.add(unknown.within(name)));
        violations.addAll(comparison.apply(input));
        return violations;
    }

    private static void addViolations(String name, Field field, Input input, List<Violation> violations) {
        if (input.has(name)) {
            field.rule().violationsOf(input.value(name)).forEach(violation -> violations.add(violation.within(name)));
        } else if (field.isRequired()) {
            violations.add(field.rule().absence().within(name));
        }
    }

    private ObjectRule with(String name, Field field) {
        Map<String, Field> more = new LinkedHashMap<>(fields);
        more.put(name, field);
        return new ObjectRule(more, form, comparison);
    }
}
