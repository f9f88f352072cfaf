package io.portolan.checkout.requests;

import io.portolan.domain.input.ObjectRule;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the API's description shows an object of a request body. Types, bounds and which fields are required are those of
 * the rule that checks it; only words and examples are added here.
 */
public record RequestSchema(String name, String description, ObjectRule rule, Map<String, Note> notes) {
    /** Every field has a note, and no other. */
    public RequestSchema {
        notes = Map.copyOf(notes);
        if (!notes.keySet().equals(rule.fields().keySet())) {
            throw new IllegalArgumentException("%s describes %s".formatted(name, notes.keySet()));
        }
    }

    /** The note on one of the rule's fields. */
    public Note noteOf(String field) {
        return Objects.requireNonNull(notes.get(field));
    }

    /** What the description says of a field, and an example if it has one value. */
    public record Note(String description, @Nullable Object example) {
        public static Note of(String description, Object example) {
            return new Note(description, example);
        }

        /** Of a field whose value is described elsewhere. */
        public static Note of(String description) {
            return new Note(description, null);
        }
    }
}
