package io.portolan.domain.input;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object from outside as it was sent or typed, unchecked: texts, whole numbers and further objects (maps) by name,
 * and perhaps things that do not belong. A field that is null counts as absent; of another type than asked for, too.
 */
public record Input(Map<?, ?> values) {
    /** Whether there is anything under this name. */
    public boolean has(String name) {
        return values.get(name) != null;
    }

    public Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The text under this name, of an input that was checked to have it. */
    public String requireText(String name) {
        return text(name).orElseThrow();
    }

    /** The whole number under this name, if a long holds it. */
    public Optional<Long> number(String name) {
        return switch (values.get(name)) {
            case Integer number -> Optional.of(number.longValue());
            case Long number -> Optional.of(number);
            case null, default -> Optional.empty();
        };
    }

    public Optional<Input> object(String name) {
        return values.get(name) instanceof Map<?, ?> object ? Optional.of(new Input(object)) : Optional.empty();
    }

    /** The object under this name, of an input that was checked to have it. */
    public Input requireObject(String name) {
        return object(name).orElseThrow();
    }

    /** The texts of the object under this name; none if there is none. */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(name)
                .ifPresent(object ->
                        object.names().forEach(key -> object.text(key).ifPresent(text -> texts.put(key, text))));
        return texts;
    }

    @Nullable
    Object value(String name) {
        return values.get(name);
    }

    Collection<String> names() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Input of " + values.size() + " fields";
    }
}
